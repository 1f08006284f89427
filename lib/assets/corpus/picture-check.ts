import assert from 'node:assert/strict';
import sharp from 'sharp';
import { QUARTERS } from '../image-corpus.ts';
import { deltaE, type Rgb } from './colour.ts';
import type { CorpusLab } from './corpus-case.ts';
import { type Answer, get } from './corpus-client.ts';

/** What was hidden in files of the corpus; none of it may come out again. */
const HIDDEN = ['<script', '<?php', 'PK\x03\x04', 'GPS', 'alert('];

/** The picture that is shown of what was taken, as its bytes. */
export async function masterOf({ json }: Answer, { address }: CorpusLab): Promise<Buffer> {
  const answer = await get(address, json.reference_image_url ?? '');
  assert.equal(answer.status, 200);
  return answer.bytes;
}

/** Plain 8-bit sRGB without anything beside its pixels. */
export async function assertClean(answer: Answer, lab: CorpusLab): Promise<Buffer> {
  const bytes = await masterOf(answer, lab);
  const { exif, icc, xmp, iptc, orientation, comments, space, depth } = await sharp(bytes).metadata();
  const beside = { exif, icc, xmp, iptc, orientation, comments };
  assert.ok(
    Object.values(beside).every((value) => value === undefined),
    'the master has metadata',
  );
  assert.deepEqual([space, depth], ['srgb', 'uchar']);
  for (const text of HIDDEN) assert.ok(!bytes.includes(text, 0, 'latin1'), `the master holds ${text}`);
  return bytes;
}

/** 64 × 48 px with these colours in its quarters, ΔE less than `within`. */
export const showsQuarters =
  (colours: readonly Rgb[] = QUARTERS, within = 5) =>
  async (answer: Answer, lab: CorpusLab): Promise<void> => {
    const { data, info } = await sharp(await assertClean(answer, lab))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height], [64, 48]);
    const places = [
      [16, 12],
      [48, 12],
      [16, 36],
      [48, 36],
    ] as const;
    for (const [i, [x, y]] of places.entries()) {
      const at = (y * info.width + x) * info.channels;
      const seen: Rgb = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const wanted = colours[i] ?? [0, 0, 0];
      const off = deltaE(seen, wanted);
      assert.ok(off < within, `quarter ${i} is ${seen}, not ${wanted}: ΔE ${off.toFixed(1)}`);
    }
  };
