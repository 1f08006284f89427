import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { okPng } from '../image-corpus.ts';
import type { CorpusCase, Expected, Target } from './corpus-case.ts';
import { type Asked, BOUNDARY, bytesOf, formOf, type Part, partBytes, replaced } from './corpus-client.ts';

const MALFORMED: Expected = { status: 400, code: 'malformed-multipart' };
const WRONG_ENVELOPE: Expected = { status: 415, code: 'unsupported-media-type' };
const INVALID: Expected = { status: 422, code: 'validation-failed' };
const REPLACED: Expected = { status: 200, warnings: [] };
const MANY_PARTS: Expected = { status: 413, code: 'too-many-parts' };
const TOO_MUCH: Expected = { status: 413, code: 'payload-too-large' };

const png = await okPng();
const file = (more: Partial<Part> = {}): Part => ({
  name: 'file',
  fileName: 'a.png',
  type: 'image/png',
  body: png,
  ...more,
});
const filePart = partBytes(file());

type Row = [
  id: string,
  what: string,
  expected: Expected,
  body: () => Uint8Array,
  headers?: Record<string, string>,
];

const ROWS: Row[] = [
  ['T01', 'no boundary', MALFORMED, () => formOf(file()), { 'content-type': 'multipart/form-data' }],
  [
    'T02',
    'an empty boundary',
    MALFORMED,
    () => formOf(file()),
    { 'content-type': 'multipart/form-data; boundary=' },
  ],
  [
    'T03',
    'a boundary that is not in the body',
    MALFORMED,
    () => formOf(file()),
    { 'content-type': 'multipart/form-data; boundary=other' },
  ],
  ['T04', 'no closing boundary', MALFORMED, () => filePart],
  ['T04', 'cut within the file', MALFORMED, () => filePart.subarray(0, -40)],
  [
    'T05',
    'multipart called JSON',
    WRONG_ENVELOPE,
    () => formOf(file()),
    { 'content-type': 'application/json' },
  ],
  ['T07', 'an empty body', MALFORMED, () => Buffer.alloc(0)],
  [
    'T16',
    'a compressed body',
    WRONG_ENVELOPE,
    () => gzipSync(formOf(file())),
    { 'content-encoding': 'gzip' },
  ],
  [
    'T17',
    'a body that inflates to 64 MiB',
    WRONG_ENVELOPE,
    () => gzipSync(Buffer.alloc(64 * 1024 * 1024)),
    { 'content-encoding': 'gzip' },
  ],
  [
    'T18',
    'junk before the first boundary',
    REPLACED,
    () => Buffer.concat([bytesOf('junk\r\n'), formOf(file())]),
  ],
  [
    'T19',
    '5 MiB behind the last boundary',
    TOO_MUCH,
    () => Buffer.concat([formOf(file()), Buffer.alloc(5 * 1024 * 1024)]),
  ],
  ['T20', 'two files', INVALID, () => formOf(file(), file({ fileName: 'b.png' }))],
  [
    'T21',
    '100,000 files',
    MANY_PARTS,
    () =>
      formOf(
        Buffer.concat(Array<Buffer>(100_000).fill(partBytes(file({ fileName: 'a', type: null, body: '' })))),
      ),
  ],
  [
    'T21',
    '100,000 fields',
    { status: [413, 422] },
    () => formOf(Buffer.concat(Array<Buffer>(100_000).fill(partBytes({ name: 'x', body: '' })))),
  ],
  [
    'T22',
    'a part header of 1 MB',
    TOO_MUCH,
    () => formOf(file({ headers: `X-Long: ${'x'.repeat(1_000_000)}\r\n` })),
  ],
  [
    'T22',
    'a part header of 100 kB',
    TOO_MUCH,
    () => formOf(file({ headers: `X-Long: ${'x'.repeat(100_000)}\r\n` })),
  ],
  ['T23', 'a file name of 70,000 characters', INVALID, () => formOf(file({ fileName: 'x'.repeat(70_000) }))],
  ['T24', 'a part without a name', INVALID, () => formOf({ fileName: 'a.png', body: png })],
  [
    'T25',
    'a part without Content-Disposition',
    INVALID,
    () =>
      formOf(
        Buffer.concat([bytesOf(`--${BOUNDARY}\r\nContent-Type: image/png\r\n\r\n`), png, bytesOf('\r\n')]),
      ),
  ],
  ['T26', 'text called file', INVALID, () => formOf({ name: 'file', body: 'words' })],
  ...['__proto__', 'constructor', 'toString'].map(
    (name): Row => ['T27', `a field called ${name}`, INVALID, () => formOf(file(), { name, body: 'x' })],
  ),
  ['T28', 'no part at all', INVALID, () => formOf()],
  ['T29', 'multipart within multipart', INVALID, () => formOf(nested())],
  [
    'T30',
    'a part in base64',
    INVALID,
    () => formOf(file({ headers: 'Content-Transfer-Encoding: base64\r\n', body: png.toString('base64') })),
  ],
];

/** As RFC 2388 had it for several files of one field. */
const nested = (): Part => ({
  name: 'file',
  type: 'multipart/mixed; boundary=inner',
  body: Buffer.concat([
    bytesOf('--inner\r\nContent-Disposition: file; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'),
    png,
    bytesOf('\r\n--inner--\r\n'),
  ]),
});

const untyped = (target: Target): Asked => {
  const { headers: _, ...asked } = replaced(target, formOf(file()));
  return asked;
};

/** T01–T07 and T16–T30: bodies that are there at once. T08–T15, which need time, stand in `slow-cases.ts`. */
export const TRANSPORT_CASES: CorpusCase[] = [
  ...ROWS.map(
    ([id, what, expected, body, headers = {}]): CorpusCase => ({
      id,
      what,
      expected,
      send: (target) => replaced(target, body(), headers),
      ...(id === 'T27' && { check: assertPlainObjects }),
      ...(id === 'T21' && { withinMs: 50 }),
    }),
  ),
  { id: 'T06', what: 'no Content-Type', expected: WRONG_ENVELOPE, send: untyped },
];

function assertPlainObjects(): void {
  assert.deepEqual(Object.keys(Object.prototype), []);
  assert.equal(String({}), '[object Object]');
}
