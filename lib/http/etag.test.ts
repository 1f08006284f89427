import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { etagOf, revisionFromIfMatch } from './etag.ts';

describe('If-Match', () => {
  it('names the revision of its ETag', () => {
    expect(revisionFromIfMatch(etagOf(7))).toBe(7);
    expect(revisionFromIfMatch('"x", "7"')).toBe(7);
  });
  it('absent or * matches any revision', () => {
    expect(revisionFromIfMatch(null)).toBeUndefined();
    expect(revisionFromIfMatch(' * ')).toBeUndefined();
  });
  it('that is weak or foreign matches none', () => {
    expect(revisionFromIfMatch('W/"7"')).toBe(-1);
    expect(revisionFromIfMatch('"abc"')).toBe(-1);
  });
  it.each(['7', '"7', '', `"${'x'.repeat(2000)}"`])('refuses %j', (header) => {
    expect(() => revisionFromIfMatch(header)).toThrow(expect.objectContaining({ code: 'malformed-request' }));
  });
});

describe('a cursor', () => {
  const id = '019c0000-0000-7000-8000-000000000000';
  it('goes round', () => {
    expect(decodeCursor('list', encodeCursor('list', 'Ünïcode', id))).toEqual({ key: 'Ünïcode', id });
  });
  it.each([
    '',
    'x',
    '%%%',
    encodeCursor('other', 1, id),
    encodeCursor('list', 1, 'not-an-id'),
    Buffer.from('[1,2]').toString('base64url'),
  ])('refuses %j', (cursor) => {
    expect(() => decodeCursor('list', cursor)).toThrow(expect.objectContaining({ code: 'invalid-cursor' }));
  });
});
