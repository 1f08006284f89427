import { describe, expect, it } from 'vitest';
import { idSchema, lineSchema, proseSchema, tagsSchema } from './text.ts';

const line = lineSchema(10);
const accepts = (schema: typeof line, s: string) => schema.safeParse(s).success;

describe('a line', () => {
  it('is trimmed and brought to NFC', () => {
    expect(line.parse('  Cafe\u0301 ')).toBe('Caf\u00e9');
  });
  it.each([
    ['empty', ''],
    ['only white space', '  \t'],
    ['only zero-width characters', '\u200b\u2060'],
    ['a NUL', 'a\u0000b'],
    ['a C1 control', 'a\u0085b'],
    ['a new line', 'a\nb'],
    ['a line separator', 'a\u2028b'],
    ['a byte-order mark inside', 'a\ufeffb'],
    ['a bidirectional override', 'a\u202egnp'],
    ['a lone surrogate', 'a\ud800'],
    ['one code point too many', 'x'.repeat(11)],
    ['a tower of combining marks', `e${'\u0301\u0302'.repeat(10)}`],
  ])('refuses %s', (_, s) => {
    expect(accepts(line, s)).toBe(false);
  });
  it('counts code points, not UTF-16 units', () => {
    expect(accepts(line, '😀'.repeat(10))).toBe(true);
    expect(accepts(line, '😀'.repeat(11))).toBe(false);
  });
  it('keeps private-use and unassigned code points', () => {
    expect(line.parse('\ue000\u0378')).toBe('\ue000\u0378');
  });
});

it('prose keeps tabs and new lines and refuses other controls', () => {
  expect(proseSchema(20).parse('a\n\tb')).toBe('a\n\tb');
  expect(proseSchema(20).safeParse('a\u0007').success).toBe(false);
});

it('tags drop repeats that differ only in case and keep their order', () => {
  expect(tagsSchema(5, 10).parse(['Sea', 'dusk', 'sea '])).toEqual(['Sea', 'dusk']);
});

it.each([
  '019c0000-0000-7000-8000-00000000000',
  '{019c0000-0000-7000-8000-000000000000}',
  '019C0000-0000-7000-8000-000000000000',
  '019c000000007000800000000000000',
])('%s is not an id', (s) => {
  expect(idSchema.safeParse(s).success).toBe(false);
});
