import assert from 'node:assert/strict';
import { contentDisposition } from '../../http/serve-blob.ts';
import { okPng } from '../image-corpus.ts';
import type { CorpusCase } from './corpus-case.ts';
import { type Answer, BOUNDARY, bytesOf, formOf, replaced } from './corpus-client.ts';

const png = await okPng();
const TAKEN = { status: 200, warnings: [] } as const;

/** Name as sent (text: as UTF-8; Latin-1 where it is bytes) and the label that is kept of it. */
const ROWS: [id: string, what: string, name: string | Buffer, label: string | null][] = [
  ['N01', 'folders before the name', '../../etc/passwd.png', 'passwd.png'],
  ['N02', 'folders of Windows', '..\\..\\x.png', 'x.png'],
  ['N02', 'folders of Windows, escaped', '..\\\\..\\\\x.png', 'x.png'],
  ['N02', 'a drive', 'C:\\a.png', 'a.png'],
  ['N03', 'NUL', bytesOf('a\0.png'), 'a.png'],
  ['N04', 'NUL as %00', 'a%00.png', 'a%00.png'],
  ['N05', 'a new line as %0d%0a', 'a%0d%0aSet-Cookie: x=1.png', 'a%0d%0aSet-Cookie: x=1.png'],
  ['N06', '300 characters', `${'x'.repeat(296)}.png`, 'x'.repeat(255)],
  ['N06', '255 characters', `${'x'.repeat(251)}.png`, `${'x'.repeat(251)}.png`],
  ['N07', '64 emoji', '😀'.repeat(64), '😀'.repeat(64)],
  ['N08', 'right-to-left override', 'a\u202egnp.exe', 'agnp.exe'],
  ['N09', 'bytes that are no UTF-8', bytesOf('\xff\xfe.png'), '\ufffd\ufffd.png'],
  ['N10', 'é', 'é.png', 'é.png'],
  ['N10', 'é in Latin-1', bytesOf('\xe9.png'), '\ufffd.png'],
  ['N13', 'CON', 'CON', 'CON'],
  ['N13', 'NUL.png', 'NUL.png', 'NUL.png'],
  ['N13', '.htaccess', '.htaccess', '.htaccess'],
  ['N13', 'a dot', '.', null],
  ['N13', 'two dots', '..', null],
  ['N13', 'a dot and a space at the end', 'trailing. ', 'trailing.'],
  ['N14', 'é composed', 'caf\u00e9.png', 'caf\u00e9.png'],
  ['N14', 'é decomposed', 'cafe\u0301.png', 'caf\u00e9.png'],
  ['N15', 'HTML', '<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>.png'],
  ['N16', 'a formula with a folder', "=cmd|' /C calc'!A0.png", "C calc'!A0.png"],
  ['N16', 'a formula', '=1+1.png', '=1+1.png'],
];

/** N01–N16: names of files. They become labels and nothing else. */
export const NAME_CASES: CorpusCase[] = [
  ...ROWS.map(
    ([id, what, fileName, label]): CorpusCase => ({
      id,
      what,
      expected: TAKEN,
      send: (target) => replaced(target, formOf({ name: 'file', fileName, type: 'image/png', body: png })),
      check: (answer) => assertLabel(answer, [label]),
    }),
  ),
  {
    id: 'N11',
    what: 'an empty name',
    expected: { status: 422, code: 'validation-failed' },
    send: (target) => replaced(target, formOf({ name: 'file', fileName: '', type: 'image/png', body: png })),
  },
  {
    id: 'N12',
    what: 'filename and filename*',
    expected: TAKEN,
    send: (target) =>
      replaced(
        target,
        formOf(
          Buffer.concat([
            bytesOf(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; `),
            bytesOf(`filename=a.png; filename*=UTF-8''..%2Fb.png\r\n\r\n`),
            png,
            bytesOf('\r\n'),
          ]),
        ),
      ),
    check: (answer) => assertLabel(answer, ['a.png', 'b.png']),
  },
];

/** The label is one of these, and no other header can be written with it (RFC 6266, RFC 8187). */
function assertLabel({ json, headers }: Answer, labels: (string | null)[]): void {
  const label = json.file_name ?? null;
  assert.ok(labels.includes(label), `kept ${JSON.stringify(label)}`);
  assert.equal(headers['set-cookie'], undefined);
  if (label === null) return;
  const header = contentDisposition(false, label);
  const [, encoded = ''] =
    /^attachment; filename="[ !#-$&-.0-[\]-~]+"; filename\*=UTF-8''([\w.!#$&+^`|~%-]+)$/.exec(header) ?? [];
  assert.equal(decodeURIComponent(encoded), label, header);
}
