import { describe, expect, it } from 'vitest';
import { etagOf, revisionsFromIfMatch } from './etag.ts';

describe('If-Match', () => {
  it('names the revisions of its ETags', () => {
    expect(revisionsFromIfMatch(etagOf(7))).toEqual([7]);
    expect(revisionsFromIfMatch('"x", "7" ,W/"8","9"')).toEqual([7, 9]);
    expect(revisionsFromIfMatch('"a,b", "7"')).toEqual([7]);
  });
  it('absent or * matches any revision', () => {
    expect(revisionsFromIfMatch(null)).toBeUndefined();
    expect(revisionsFromIfMatch(' * ')).toBeUndefined();
  });
  it.each(['W/"7"', '"abc"', '"07"', '"2147483648"', '"9999999999"', '"-1"'])('%s matches none', (header) => {
    expect(revisionsFromIfMatch(header)).toEqual([]);
  });
  it.each(['7', '"7', '', '"7" "8"', '"7",*', `"${'x'.repeat(2000)}"`])('refuses %j', (header) => {
    expect(() => revisionsFromIfMatch(header)).toThrow(
      expect.objectContaining({ code: 'malformed-request' }),
    );
  });
});
