import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPixels, shrinkPixels } from '../../../media/image-pixels.ts';
import { detect, overlapOf } from './detect.ts';
import { salientBox } from './saliency.ts';

async function found(image: Buffer) {
  const pixels = await readPixels(image, 1024);
  const small = await shrinkPixels(pixels, 96);
  return detect(await shrinkPixels(pixels, 320), small, salientBox(small));
}
const example = (name: string) => readFile(`prisma/example/${name}`);
const svg = (content: string) =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400">${content}</svg>`));
const GREY = '<rect width="600" height="400" fill="#bbb"/>';
const TWO_GREY =
  '<circle cx="150" cy="200" r="80" fill="#933"/><rect x="380" y="100" width="120" height="220" fill="#339"/>';

/** Where the three figures of the turnaround stand, read off the picture by eye. */
const TURNAROUND = [
  { x: 0.01, y: 0.02, width: 0.22, height: 0.95 },
  { x: 0.39, y: 0.02, width: 0.26, height: 0.95 },
  { x: 0.77, y: 0.02, width: 0.22, height: 0.95 },
];

describe('detections', () => {
  it('a turnaround gives its figures from left to right, each whole', async () => {
    const figures = await found(await example('CHAR_03-mara-turnaround.png'));
    expect(figures.map(({ label }) => label)).toEqual(['Figure 1', 'Figure 2', 'Figure 3']);
    for (const [i, { bbox, confidence }] of figures.entries()) {
      expect(overlapOf(bbox, TURNAROUND[i] as (typeof TURNAROUND)[0])).toBeGreaterThan(0.9);
      expect(confidence).toBeGreaterThan(0.9);
    }
  });

  it('the same figures on paper, as a JPEG, are found, and a little less surely', async () => {
    const onPaper = await sharp(await example('CHAR_03-mara-turnaround.png'))
      .flatten({ background: '#e9e2d0' })
      .jpeg({ quality: 80 })
      .toBuffer();
    const figures = await found(onPaper);
    expect(figures).toHaveLength(3);
    for (const [i, { bbox, confidence }] of figures.entries()) {
      expect(overlapOf(bbox, TURNAROUND[i] as (typeof TURNAROUND)[0])).toBeGreaterThan(0.9);
      expect(confidence).toBeLessThan(0.98);
      expect(confidence).toBeGreaterThan(0.5);
    }
  });

  it('what hardly differs from the ground is less sure than what does', async () => {
    const [faint] = await found(
      await svg(`${GREY}${TWO_GREY.replaceAll(/#933|#339/g, '#9a9a9a')}`)
        .png()
        .toBuffer(),
    );
    const [clear] = await found(
      await svg(GREY + TWO_GREY)
        .png()
        .toBuffer(),
    );
    expect(faint?.confidence).toBeLessThan(0.6);
    expect(clear?.confidence).toBeGreaterThan(0.9);
  });

  it('sails, hull and mast are one boat, and it is the salient crop: nothing new', async () => {
    for (const name of ['OBJ_01-sloop-anneke.png', 'PROP_01-brass-lantern.png', 'CHAR_01-mara.png'])
      expect(await found(await example(name))).toEqual([]);
  });

  it('a painted place, an empty picture and a clear one hold no figures', async () => {
    expect(await found(await example('ENV_01-harbour-at-dusk.jpg'))).toEqual([]);
    expect(await found(await svg(GREY).png().toBuffer())).toEqual([]);
    expect(await found(await svg('').png().toBuffer())).toEqual([]);
  });

  it('two things that stand out of a busy place are two regions, and never named', async () => {
    const busy = `<defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="#445"/><stop offset="1" stop-color="#675"/></linearGradient></defs><rect width="600" height="400" fill="url(#g)"/><circle cx="200" cy="190" r="55" fill="#fc3"/><circle cx="410" cy="190" r="55" fill="#f33"/>`;
    const regions = await found(await svg(busy).jpeg().toBuffer());
    expect(regions.map(({ label }) => label).toSorted()).toEqual(['Region 1', 'Region 2']);
    for (const { confidence } of regions) expect(confidence).toBeLessThanOrEqual(0.85);
  });

  it('are the same each time', async () => {
    const image = await example('CHAR_03-mara-turnaround.png');
    expect(await found(image)).toEqual(await found(image));
  });
});
