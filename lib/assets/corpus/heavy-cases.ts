import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import pLimit from 'p-limit';
import sharp from 'sharp';
import { seededRandom } from '../../media/seeded-random.ts';
import { IMAGE_LIMITS } from '../../schemas/asset-values.ts';
import * as make from '../image-corpus.ts';
import { type CorpusCase, type CorpusLab, TAKEN, type Target } from './corpus-case.ts';
import { type Answer, type Asked, ask, created, formOf, replaced } from './corpus-client.ts';
import { masterOf } from './picture-check.ts';

/** How many of U70 at once, of U73, and of U74 of each kind of file. */
export type Counts = { uploads: number; random: number; mutants: number };

const SIDE = 7_000;
const AT_ONCE = 4;
const png = await make.okPng();

/** All of it one grey, 8 bits, in the seven passes of Adam7 (PNG, 8.2). */
function interlaced(side: number): Buffer {
  const passes = [
    [0, 8, 0, 8],
    [4, 8, 0, 8],
    [0, 4, 4, 8],
    [2, 4, 0, 4],
    [0, 2, 2, 4],
    [1, 2, 0, 2],
    [0, 1, 1, 2],
  ] as const;
  const bytes = passes.map(([x, dx, y, dy]) => (1 + Math.ceil((side - x) / dx)) * Math.ceil((side - y) / dy));
  return Buffer.concat([
    make.pngStart(side, side, 8, 0, 1),
    make.pngChunk('IDAT', deflateSync(Buffer.alloc(bytes.reduce((a, b) => a + b)), { level: 9 })),
    make.pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

const flat = () => sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: '#a85' } });
const isWhole = ({ json }: Answer) => assert.deepEqual([json.width, json.height], [SIDE, SIDE]);
const fitsAnUpload: CorpusCase['check'] = async (answer, lab) =>
  assert.ok((await masterOf(answer, lab)).length <= IMAGE_LIMITS.bytes);

const LARGE: [id: string, what: string, file: () => Buffer | Promise<Buffer>, check: CorpusCase['check']][] =
  [
    ['U39', '49 megapixels, progressive JPEG', () => flat().jpeg({ progressive: true }).toBuffer(), isWhole],
    [
      'U40',
      '49 megapixels, 16-bit PNG with alpha',
      () => make.emptyPng(SIDE, SIDE, { depth: 16, colourType: 6 }),
      isWhole,
    ],
    ['U41', '49 megapixels, interlaced PNG', () => interlaced(SIDE), isWhole],
    ['U42', '49 megapixels, lossless WebP', () => flat().webp({ lossless: true }).toBuffer(), isWhole],
    [
      'U71',
      'noise with alpha whose master would pass 10 MiB',
      () => make.noise(2_200, 1_800).ensureAlpha(0.5).webp({ quality: 80 }).toBuffer(),
      fitsAnUpload,
    ],
    ['U72', 'noise of nearly 10 MiB', () => make.noise(1_860, 1_860).png().toBuffer(), fitsAnUpload],
  ];

/** Sends many files to one asset; each must get one of the statuses. Answers the last. */
async function sendAll(
  { address }: CorpusLab,
  target: Target,
  count: number,
  file: (random: () => number) => Buffer,
  allowed: readonly number[],
): Promise<Answer> {
  const limit = pLimit(AT_ONCE);
  const answers = await Promise.all(
    Array.from({ length: count }, (_, seed) =>
      limit(async () => {
        const body = formOf({ name: 'file', fileName: 'a.png', body: file(seededRandom(seed)) });
        const answer = await ask(address, replaced(target, body));
        assert.ok(allowed.includes(answer.status), `seed ${seed}: ${answer.status} ${answer.bytes}`);
        return answer;
      }),
    ),
  );
  return answers.at(-1) ?? assert.fail('nothing was sent');
}

const randomBytes = (random: () => number) =>
  Buffer.from(Array.from({ length: 1_024 }, () => random() * 256));

/** Kills every decoder until the answer is there. */
async function killDecoders(lab: CorpusLab, asked: Asked): Promise<Answer> {
  let isOver = false;
  const answer = ask(lab.address, asked).finally(() => (isOver = true));
  for (let rounds = 0; rounds < 1_000 && !isOver; rounds += 1) {
    for (const pid of lab.decoders()) process.kill(pid, 'SIGKILL');
    await sleep(20);
  }
  return answer;
}

/** U39–U42 and U70–U75: large pictures, many at once, random bytes, and a decoder that dies. */
export async function heavyCases(counts: Counts): Promise<CorpusCase[]> {
  const bases = { PNG: png, JPEG: await make.okJpeg(), WebP: await make.okWebp() };
  return [
    ...LARGE.map(
      ([id, what, file, check]): CorpusCase => ({
        id,
        what,
        expected: TAKEN,
        isHeavy: true,
        send: async (target) => created(target, await file()),
        ...(check && { check }),
      }),
    ),
    {
      id: 'U70',
      what: `the same bytes ${counts.uploads} times at once`,
      expected: TAKEN,
      send: async (target, { address }) => {
        const asked = created(target, png);
        const all = await Promise.all(Array.from({ length: counts.uploads }, () => ask(address, asked)));
        assert.deepEqual([...new Set(all.map(({ status }) => status))], [201]);
        assert.equal(new Set(all.map(({ json }) => json.asset_id)).size, counts.uploads);
        assert.equal(new Set(all.map(({ json }) => json.image_hash)).size, 1);
        return all[0] ?? assert.fail('nothing was sent');
      },
    },
    {
      id: 'U73',
      what: `random bytes, ${counts.random} files`,
      expected: { status: [415, 422] },
      send: (target, lab) => sendAll(lab, target, counts.random, randomBytes, [415, 422]),
    },
    ...Object.entries(bases).map(
      ([kind, base]): CorpusCase => ({
        id: 'U74',
        what: `${kind} with flipped bits, ${counts.mutants} files`,
        expected: { status: [200, 415, 422] },
        send: (target, lab) =>
          sendAll(lab, target, counts.mutants, (random) => make.flipBits(base, random, 3), [200, 415, 422]),
      }),
    ),
    {
      id: 'U75',
      what: 'the decoder is killed amid its work',
      expected: { status: 503, code: 'unavailable' },
      send: (target, lab) => killDecoders(lab, created(target, make.emptyPng(6_000, 6_000))),
      check: async (_, { address, taking }) => {
        let again = await ask(address, created(taking, png));
        // The pool may not have heard of the last death yet.
        for (let tries = 0; again.status === 503 && tries < 20; tries += 1) {
          await sleep(50);
          again = await ask(address, created(taking, png));
        }
        assert.equal(again.status, 201);
      },
    },
  ];
}
