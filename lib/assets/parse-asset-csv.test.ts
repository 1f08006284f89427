import { describe, expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { inLines, parseAssetCsv } from './parse-asset-csv.ts';

const HEADER = 'name,asset_type,description,user_tags,image_url,image_sha256';

describe('a list as CSV', () => {
  test('is read as JSON would have it: empty cells are absent, labels are apart, images are one field', () => {
    const csv = `${HEADER}\r\nMara,CHARACTER,"The keeper, ""old""",lead|sea ; night,https://a.example/m.png,\r\nKey,PROP,,,,${'a'.repeat(64)}\r\n`;
    expect(parseAssetCsv(csv)).toEqual({
      assets: [
        {
          name: 'Mara',
          asset_type: 'CHARACTER',
          description: 'The keeper, "old"',
          user_tags: ['lead', 'sea', 'night'],
          image: { url: 'https://a.example/m.png' },
        },
        { name: 'Key', asset_type: 'PROP', image: { sha256: 'a'.repeat(64) } },
      ],
      lines: [2, 3],
    });
  });

  test.each([
    ["=cmd|' /C calc'!A0"],
    ['+1+1'],
    ['-2'],
    ['@SUM(A1)'],
    ['1e3'],
    ['007'],
    ['true'],
    ['__proto__'],
    ['null'],
  ])('%s stays the text that it is', (name) => {
    expect(parseAssetCsv(`name,asset_type\n${name},PROP`).assets).toEqual([{ name, asset_type: 'PROP' }]);
  });

  test('may have its columns in any order and spelling of case, semicolons or tabs, any line ends, empty lines', () => {
    for (const csv of [
      'Asset_Type;NAME\nPROP;Key',
      'asset_type\tname\r\n\r\nPROP\tKey\r\n\r\n',
      ' asset_type , name \rPROP,Key\r',
    ])
      expect(parseAssetCsv(csv).assets).toEqual([{ name: 'Key', asset_type: 'PROP' }]);
  });

  test('knows the line of each asset, also after cells of several lines', () => {
    const csv =
      'name,asset_type,description\nA,PROP,"one\ntwo\r\nthree"\n\nB,PROP,x\n"C\n",PROP,y\nD,PROP,z\n';
    expect(parseAssetCsv(csv).lines).toEqual([2, 6, 7, 9]);
  });

  test.each([
    ['', 'required'],
    ['name\nA', 'required'],
    ['name,asset_type,price\nA,PROP,3', 'unknown-field'],
    ['name,asset_type,name\nA,PROP,B', 'repeated'],
    ['name,asset_type,__proto__\nA,PROP,B', 'unknown-field'],
    ['name,asset_type,\nA,PROP,B', 'unknown-field'],
  ])('%j has a wrong header', (csv, code) => {
    expect(() => parseAssetCsv(csv)).toThrow(
      expect.objectContaining({
        code: 'validation-failed',
        errors: expect.arrayContaining([
          expect.objectContaining({ code, detail: expect.stringContaining('line 1') }),
        ]),
      }),
    );
  });

  test.each([
    ['name,asset_type\nA,PROP,more', 'Line 2 has another number of fields than the header.'],
    ['name,asset_type\nA,PROP\nB', 'Line 3 has another number of fields than the header.'],
    ['name,asset_type\n"A,PROP\nB,PROP', 'A quotation mark is opened and not closed.'],
    ['name,asset_type\n"A"x,PROP', expect.stringMatching(/^Line 2 cannot be read/)],
    ['name,asset_type\nA,P"ROP', expect.stringMatching(/^Line 2 cannot be read/)],
  ])('%j cannot be read', (csv, detail) => {
    expect(() => parseAssetCsv(csv)).toThrow(expect.objectContaining({ code: 'malformed-csv', detail }));
  });

  test('of a million lines is not read to its end', () => {
    const started = performance.now();
    const { assets } = parseAssetCsv(`name,asset_type\n${'A,PROP\n'.repeat(150_000)}`);
    expect(assets).toHaveLength(501);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

test('errors of an asset name its line and column, others stay as they are', () => {
  const error = new AppError('validation-failed', {
    errors: [
      { pointer: '#/assets/1/image/url', code: 'address-refused', detail: 'is private' },
      { pointer: '#/assets/0/user_tags/2', code: 'too-long', detail: 'is too long' },
      { pointer: '#/assets', code: 'too-many', detail: 'has too many entries' },
    ],
  });
  expect(inLines(error, [2, 5]).errors?.map(({ detail }) => detail)).toEqual([
    'line 5, column image_url: is private',
    'line 2, column user_tags: is too long',
    'has too many entries',
  ]);
});
