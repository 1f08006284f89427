import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDiskStore } from '../blobs/disk-store.ts';
import type { BlobStore } from '../blobs/store.ts';
import type { ErrorCode } from '../errors.ts';
import { takeImage } from './image-intake.ts';

// Real pictures on a machine that may be busy with other suites.
vi.setConfig({ testTimeout: 60_000 });

const FIXTURES = resolve('../shared/fixtures');
if (!existsSync(FIXTURES)) console.warn('No ../shared/fixtures here: the tests on real images are skipped.');

/** File → size of its master once upright, and `a` where some of it is transparent. */
const ACCEPTED: Record<string, string> = {
  'kit/character-astronaut.png': '512x512',
  'kit/character-cat.png': '451x300',
  'kit/character-falcon.jpg': '800x533',
  'kit/character-portrait.jpg': '840x700',
  'kit/environment-denali.webp': '600x315',
  'kit/environment-japanese-shop.jpg': '4217x2817',
  'kit/environment-ridge.jpg': '800x534',
  'kit/environment-thompson-springs.jpg': '150x103',
  'kit/object-rocket.jpg': '640x427',
  'kit/prop-coffee.png': '600x400',
  'kit/style-deep-field.jpg': '1000x872',
  'photos/2569067123_aca715a2ee_o.jpg': '2725x2225',
  'photos/320x240.jpg': '320x240',
  'photos/Landscape_9.jpg': '480x369',
  'photos/blackbug-alpha.png': '2048x1536 a',
  'photos/concert.jpg': '400x267',
  'photos/flowers.jpeg': '1920x1080',
  'photos/paper-alpha.png': '1024x768 a',
  'photos/scene.webp': '1024x772',
  'odd/16bit-grey-alpha.png': '109x96 a',
  'odd/16bit.png': '900x600',
  'odd/animated.webp': '80x80 a',
  'odd/cmyk.jpg': '500x333',
  'odd/display-p3.png': '8x8',
  'odd/full-transparent.png': '300x300 a',
  'odd/grey-centred.jpeg': '75x105',
  'odd/hdr-gain-map.jpg': '3840x2160',
  'odd/low-contrast.jpg': '300x245',
  'odd/palette-transparent.png': '32x32 a',
  // A whole animation of narrow frames, stacked by some readers: within all limits, its first frame is taken.
  'hostile/big-height.webp': '13x169',
};

const REFUSED: Record<string, [ErrorCode, string]> = {
  '4-gigapixel.png': ['image-too-large', '65536 × 65536 px'],
  'avif-named.webp': ['unsupported-image-type', 'This is an AVIF.'],
  'corrupt-header.jpg': ['image-corrupt', 'damaged'],
  'empty.png': ['image-corrupt', 'empty'],
  'giant-image.jpg': ['image-too-large', '20000 × 14000 px'],
  'gif-named.jpg': ['unsupported-image-type', 'This is a GIF.'],
  'jpeg2000-named.jpg': ['unsupported-image-type', 'This is a JPEG 2000.'],
  'libvips-file-named.png': ['unsupported-image-type', 'This is a libvips file.'],
  'svg-named.png': ['unsupported-image-type', 'This is an SVG.'],
  'tiff-named.jpg': ['unsupported-image-type', 'This is a TIFF.'],
  'truncated.jpg': ['image-corrupt', 'damaged'],
  'truncated.png': ['image-corrupt', 'damaged'],
};

describe.skipIf(!existsSync(FIXTURES))('real images', () => {
  let root: string;
  let blobs: BlobStore;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'vidpipe-fixtures-'));
    blobs = createDiskStore(root);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  const take = (file: string) => takeImage({ bytes: readFileSync(join(FIXTURES, file)) }, {}, blobs);
  /** 8 by 6 average colours of the master. */
  const glance = async (file: string) =>
    sharp(await blobs.get((await take(file)).master.hash))
      .removeAlpha()
      .resize(8, 6, { fit: 'fill' })
      .raw()
      .toBuffer();

  it.each(Object.entries(ACCEPTED))('%s is accepted', async (file, expected) => {
    const { master, hasAlpha } = await take(file);
    expect(`${master.width}x${master.height}${hasAlpha ? ' a' : ''}`).toBe(expected);
  });

  it.each(Object.entries(REFUSED))('hostile/%s is refused', async (file, [code, words]) => {
    await expect(take(`hostile/${file}`)).rejects.toMatchObject({
      code,
      detail: expect.stringContaining(words),
    });
  });

  it('is the same upright picture from each of the eight orientations', async () => {
    const first = await glance('odd/exif-orientation-1.jpg');
    for (const tag of [2, 3, 4, 5, 6, 7, 8]) {
      const other = await glance(`odd/exif-orientation-${tag}.jpg`);
      const worst = Math.max(...first.map((value, i) => Math.abs(value - (other[i] ?? 0))));
      expect(worst, `orientation ${tag}`).toBeLessThan(16);
    }
  });
});
