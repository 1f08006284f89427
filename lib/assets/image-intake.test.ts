import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDiskStore } from '../blobs/disk-store.ts';
import type { BlobStore } from '../blobs/store.ts';
import { IMAGE_LIMITS } from '../schemas/asset.ts';
import { decodeInChild, idleDecoderPids } from './decoder-pool.ts';
import * as make from './image-corpus.ts';
import { type ImageLabels, takeImage } from './image-intake.ts';

// Real pictures on a machine that may be busy with other suites.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
let blobs: BlobStore;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'vidpipe-intake-'));
  blobs = createDiskStore(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));
afterEach(async () => expect(await readdir(join(root, 'tmp'))).toEqual([]));

const take = (bytes: Uint8Array, labels?: ImageLabels) => takeImage({ bytes }, labels, blobs);
const master = async (bytes: Uint8Array) => {
  const taken = await take(bytes);
  const { data, info } = await sharp(await blobs.get(taken.master.hash))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
  ];
  return { taken, info, at, file: await blobs.get(taken.master.hash) };
};
const near = (actual: number[], expected: number[], within = 12) =>
  expect(Math.max(...actual.map((value, i) => Math.abs(value - (expected[i] ?? 0))))).toBeLessThanOrEqual(
    within,
  );
const zipHead = Buffer.from('PK\x03\x04 and the rest of an archive', 'latin1');
const html = Buffer.from('<script>alert(1)</script><?php system(1) ?>');

describe('an image that is taken in', () => {
  it('is kept as sent and gets a master without metadata and three thumbnails', async () => {
    const bytes = await make
      .quarters(1600, 1000)
      .jpeg()
      .withExif({ IFD0: { Artist: '<b>me</b>' } })
      .toBuffer();
    const taken = await take(bytes, { fileName: 'C:\\shots\\a.jpg', declaredType: 'image/jpeg' });
    expect((await blobs.get(taken.original.hash)).equals(bytes)).toBe(true);
    expect(taken.master).toMatchObject({ mediaType: 'image/jpeg', width: 1600, height: 1000 });
    const metadata = await sharp(await blobs.get(taken.master.hash)).metadata();
    expect([metadata.exif, metadata.icc, metadata.xmp, metadata.orientation]).toEqual(
      Array(4).fill(undefined),
    );
    expect(metadata).toMatchObject({ space: 'srgb', depth: 'uchar', chromaSubsampling: '4:4:4' });
    for (const width of [320, 640, 1280] as const) {
      const thumb = await sharp(await blobs.get(taken.thumbs[width].hash)).metadata();
      expect(thumb).toMatchObject({ format: 'webp', width, height: (width * 5) / 8 });
    }
    expect(taken).toMatchObject({ hasAlpha: false, warnings: [], fileName: 'a.jpg' });
  });

  it('takes over a file of the store and leaves none behind', async () => {
    const path = await blobs.tempPath();
    await writeFile(path, await make.okPng());
    expect((await takeImage({ path }, {}, blobs)).master.width).toBe(64);
  });

  it('is never enlarged for a thumbnail', async () => {
    const { thumbs } = await take(await make.okWebp());
    for (const thumb of Object.values(thumbs)) expect(thumb).toMatchObject({ width: 64, height: 48 });
  });

  it('keeps real alpha as PNG, and drops alpha that is opaque all over', async () => {
    const half = await make.quarters().ensureAlpha(0.5).webp().toBuffer();
    expect(await take(half)).toMatchObject({ hasAlpha: true, master: { mediaType: 'image/png' } });
    const opaque = await make.quarters().ensureAlpha(1).png().toBuffer();
    expect(await take(opaque)).toMatchObject({ hasAlpha: false, master: { mediaType: 'image/jpeg' } });
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 65_535])(
    'stands upright whatever orientation %i says',
    async (tag) => {
      // Stored pixels are turned the other way first, so that a right reading gives the same picture each time.
      const undo: Record<number, (image: Sharp) => Sharp> = {
        2: (image) => image.flop(),
        3: (image) => image.rotate(180),
        4: (image) => image.flip(),
        5: (image) => image.rotate(270).flop(),
        6: (image) => image.rotate(270),
        7: (image) => image.rotate(90).flop(),
        8: (image) => image.rotate(90),
      };
      const stored = undo[tag]?.(make.quarters()) ?? make.quarters();
      const jpeg = make.withJpegSegment(
        await stored.jpeg({ quality: 95 }).toBuffer(),
        0xe1,
        make.exifOrientation(tag),
      );
      const { info, at } = await master(jpeg);
      expect([info.width, info.height]).toEqual([64, 48]);
      near(at(8, 8), [220, 30, 30]);
      near(at(56, 8), [30, 200, 30]);
      near(at(8, 40), [30, 30, 220]);
    },
  );

  it.each([
    ['16-bit', () => make.quarters().toColourspace('rgb16').png()],
    ['palette', () => make.quarters().png({ palette: true })],
    ['Display P3', () => make.quarters().withIccProfile('p3').png()],
  ])('comes out as 8-bit sRGB from %s', async (_name, image) => {
    const { at, info } = await master(await image().toBuffer());
    expect(info.channels).toBe(3);
    near(at(8, 40), [30, 30, 220], 24);
    near(at(56, 40), [240, 240, 240]);
  });

  it('comes out as sRGB from CMYK, inks that no screen colour has excepted', async () => {
    const { at, info } = await master(
      await make.quarters().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(),
    );
    expect(info.channels).toBe(3);
    near(at(8, 8), [220, 30, 30], 40);
    near(at(56, 40), [240, 240, 240]);
  });

  it('comes out as three channels from grey and from grey with alpha', async () => {
    const grey = make.quarters().greyscale().toColourspace('b-w');
    expect((await master(await grey.clone().png().toBuffer())).info.channels).toBe(3);
    const { taken, info } = await master(await grey.clone().ensureAlpha(0.5).png().toBuffer());
    expect([taken.hasAlpha, info.channels]).toEqual([true, 4]);
  });

  it('carries nothing of what was hidden in or behind its pixels', async () => {
    const [png, jpeg] = [await make.okPng(), await make.okJpeg()];
    const polyglots = [
      Buffer.concat([png, html]),
      make.withPngChunk(png, 'tEXt', Buffer.concat([Buffer.from('Comment\0'), html])),
      Buffer.concat([jpeg, zipHead, html]),
      make.withJpegSegment(jpeg, 0xfe, html),
      Buffer.concat([png, await make.quarters(32, 32).png().toBuffer()]),
    ];
    for (const bytes of polyglots) {
      const { taken, file } = await master(bytes);
      expect(taken.master.width).toBe(64);
      expect(file.includes('script') || file.includes('PK\x03\x04')).toBe(false);
    }
  });

  it('shows the first frame of an animation and says so', async () => {
    const frames = await sharp([await make.okPng(), await make.quarters().negate().png().toBuffer()], {
      join: { animated: true },
    })
      .webp({ loop: 0 })
      .toBuffer();
    expect(await take(frames)).toMatchObject({ warnings: ['animation-flattened'], master: { height: 48 } });
    const apng = make.withPngChunk(await make.okPng(), 'acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
    expect((await take(apng)).warnings).toEqual(['animation-flattened']);
  });

  it('may lack its end mark, have damaged scan bytes of a JPEG, or many text chunks', async () => {
    const png = await make.okPng();
    expect((await take(make.withoutEnd(png))).master.height).toBe(48);
    const jpeg = await make.noise(200, 200).jpeg().toBuffer();
    for (let i = 0; i < 100; i += 1) {
      const at = jpeg.length - 400 + i;
      const value = jpeg.readUInt8(at) ^ 0x11;
      if (jpeg.readUInt8(at) !== 0xff && jpeg.readUInt8(at - 1) !== 0xff && value !== 0xff)
        jpeg.writeUInt8(value, at);
    }
    const outcome = await take(jpeg).catch((error) => error.code);
    expect(outcome === 'image-corrupt' || outcome.master.width === 200).toBe(true);
    const text = make.pngChunk('tEXt', Buffer.from('a\0b'));
    const many = Buffer.concat([png.subarray(0, 33), ...Array<Buffer>(20_000).fill(text), png.subarray(33)]);
    expect((await take(many)).master.width).toBe(64);
  });

  it('may be exactly 10 MiB, and one byte more is too large', async () => {
    const jpeg = await make.okJpeg();
    expect((await take(make.paddedTo(jpeg, IMAGE_LIMITS.bytes))).original.size).toBe(IMAGE_LIMITS.bytes);
    const oneMore = take(make.paddedTo(jpeg, IMAGE_LIMITS.bytes + 1));
    await expect(oneMore).rejects.toMatchObject({ code: 'payload-too-large', status: 413 });
  });

  it('has a master of 10 MiB at most even when it is nothing but noise with alpha', async () => {
    const bytes = await make.noise(2200, 1800).ensureAlpha(0.5).webp({ quality: 80 }).toBuffer();
    expect(bytes.length).toBeLessThan(IMAGE_LIMITS.bytes);
    const taken = await take(bytes);
    expect(taken.master.size).toBeLessThanOrEqual(IMAGE_LIMITS.bytes);
    expect(taken).toMatchObject({ hasAlpha: true, master: { mediaType: 'image/webp' } });
  });

  it('may have 49 megapixels behind a few kilobytes', async () => {
    const taken = await take(make.emptyPng(7000, 7000));
    expect(taken.master).toMatchObject({ width: 7000, height: 7000 });
  });
});

describe('the declared type', () => {
  it.each([
    ['image/png', []],
    ['image/jpeg', ['declared-type-mismatch']],
    ['IMAGE/WEBP; charset=x', ['declared-type-mismatch']],
    ['application/octet-stream', []],
    ['', []],
    [null, []],
  ])('%s for a PNG is accepted with warnings %j', async (declaredType, warnings) => {
    expect((await take(await make.okPng(), { declaredType })).warnings).toEqual(warnings);
  });

  it.each(['text/html', 'image/svg+xml', 'image/gif', 'multipart/mixed'])(
    '%s is refused',
    async (declaredType) => {
      const refused = take(await make.okPng(), { declaredType });
      await expect(refused).rejects.toMatchObject({ code: 'unsupported-image-type' });
    },
  );
});

describe('an image that is refused', () => {
  const of = (text: string) => Buffer.from(text, 'latin1');
  const cases: [string, string, () => Promise<Buffer> | Buffer][] = [
    ['an empty file', 'image-corrupt', () => Buffer.alloc(0)],
    ['one byte', 'unsupported-image-type', () => of('\x89')],
    ['a PNG signature alone', 'image-corrupt', () => of('\x89PNG\r\n\x1a\n')],
    ['the start of a JPEG alone', 'image-corrupt', () => of('\xff\xd8\xff')],
    ['text', 'unsupported-image-type', () => of('name,tag\nMara,CHAR_01\n')],
    [
      'a new line before a PNG',
      'unsupported-image-type',
      async () => Buffer.concat([of('\n'), await make.okPng()]),
    ],
    ['HTML behind a PNG signature', 'image-corrupt', () => Buffer.concat([of('\x89PNG\r\n\x1a\n'), html])],
    ['25 % of a PNG', 'image-corrupt', async () => cut(await make.noise(64, 48).png().toBuffer(), 0.25)],
    ['50 % of a PNG', 'image-corrupt', async () => cut(await make.noise(64, 48).png().toBuffer(), 0.5)],
    ['90 % of a PNG', 'image-corrupt', async () => cut(await make.noise(64, 48).png().toBuffer(), 0.9)],
    ['50 % of a JPEG', 'image-corrupt', async () => cut(await make.noise(64, 48).jpeg().toBuffer(), 0.5)],
    ['a JPEG without its last 2 bytes', 'image-corrupt', async () => (await make.okJpeg()).subarray(0, -2)],
    [
      '33 % of a progressive JPEG',
      'image-corrupt',
      async () => cut(await make.noise(64, 48).jpeg({ progressive: true }).toBuffer(), 0.33),
    ],
    ['50 % of a WebP', 'image-corrupt', async () => cut(await make.noise(64, 48).webp().toBuffer(), 0.5)],
    ['the header of a WebP', 'image-corrupt', async () => (await make.okWebp()).subarray(0, 16)],
    [
      'a PNG with a bad header checksum',
      'image-corrupt',
      async () => make.withBadCrc(await make.okPng(), 'IHDR'),
    ],
    [
      'a PNG with a bad pixel checksum',
      'image-corrupt',
      async () => make.withBadCrc(await make.okPng(), 'IDAT'),
    ],
    [
      'a PNG of an iPhone build',
      'image-corrupt',
      async () => make.withChunkBeforeHeader(await make.okPng(), 'CgBI'),
    ],
    ['400 megapixels in one bit each', 'image-too-large', () => make.emptyPng(20_000, 20_000)],
    ['256 megapixels in one bit each', 'image-too-large', () => make.emptyPng(16_000, 16_000)],
    ['a header of 65,535 squared', 'image-too-large', () => make.emptyPng(65_535, 65_535, { rows: 1 })],
    ['a header of 2 to the 31 squared', 'image-corrupt', () => make.emptyPng(2 ** 31, 2 ** 31, { rows: 0 })],
    ['a header of 0 by 0', 'image-corrupt', () => make.emptyPng(0, 0)],
    ['1 by 30,000', 'image-too-large', () => make.emptyPng(1, 30_000)],
    ['1,000,000 by 1', 'image-too-large', () => make.emptyPng(1_000_000, 1)],
    ['one row over 50 megapixels', 'image-too-large', () => make.emptyPng(10_000, 5001)],
  ];
  const cut = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));

  it.each(cases)('%s is %s', async (_name, code, build) => {
    await expect(take(await build())).rejects.toMatchObject({ code });
  });

  it.each([
    ['GIF89a', 'This is a GIF.'],
    ['II*\0\x08\0\0\0', 'This is a TIFF.'],
    ['\0\0\0\x1cftypavif', 'This is an AVIF.'],
    ['\0\0\0\x18ftypheic', 'This is a HEIC.'],
    ['\0\0\0\x18ftypisom', 'This is an MP4.'],
    ['BM6\0', 'This is a BMP.'],
    ['P6 2 2 255 ', 'This is a PPM.'],
    ['%PDF-1.7', 'This is a PDF.'],
    ['PK\x03\x04', 'This is a ZIP.'],
    ['MZ\x90\0', 'This is a program.'],
    ['<?xml version="1.0"?><svg onload="alert(1)"/>', 'This is an SVG.'],
    ['<!DOCTYPE html><p>', 'This is a web page.'],
    ['hello', 'This is not an image that can be read.'],
  ])('%j is named in the message', async (start, sentence) => {
    await expect(take(of(start))).rejects.toMatchObject({
      code: 'unsupported-image-type',
      detail: `${sentence} Use PNG, JPEG or WebP.`,
    });
  });

  it('says how large it is and what the limit is', async () => {
    const detail = 'This image is 1 × 30000 px. No side may be longer than 12000 px.';
    await expect(take(make.emptyPng(1, 30_000))).rejects.toMatchObject({ detail });
  });

  it('does not fill memory by what it inflates to', async () => {
    const inflated = deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });
    for (const [type, head] of [
      ['zTXt', 'a\0\0'],
      ['iCCP', 'a\0\0'],
    ] as const) {
      const bytes = make.withPngChunk(await make.okPng(), type, Buffer.concat([of(head), inflated]));
      const outcome = await take(bytes).catch((error) => error);
      expect(outcome.code ?? outcome.master.width).toSatisfy(
        (value) => value === 'image-corrupt' || value === 64,
      );
    }
  });

  it('breaks nothing when it is random bytes or a whole image with flipped bits', async () => {
    const random = make.seededRandom(7);
    const bases = [await make.okPng(), await make.okJpeg(), await make.okWebp()];
    const inputs = bases.flatMap((base) => Array.from({ length: 40 }, () => make.flipBits(base, random, 3)));
    inputs.push(
      ...Array.from({ length: 200 }, () =>
        Buffer.from(Uint8Array.from({ length: 1000 }, () => random() * 256)),
      ),
    );
    const codes = await Promise.all(
      inputs.map((bytes) =>
        take(bytes).then(
          () => 'taken',
          (error) => error.code,
        ),
      ),
    );
    expect(new Set(codes)).toEqual(
      new Set(['taken', 'image-corrupt', 'image-too-large', 'unsupported-image-type']),
    );
  });
});

describe('the decoder', () => {
  it('answers unavailable when it is killed, leaves nothing, and the next try succeeds', async () => {
    await take(await make.okPng());
    const pid = idleDecoderPids().at(-1);
    const big = take(make.emptyPng(6000, 6000));
    setTimeout(() => process.kill(pid ?? 0, 'SIGKILL'), 200);
    await expect(big).rejects.toMatchObject({ code: 'unavailable' });
    expect((await take(await make.okPng())).master.width).toBe(64);
  });

  it('is used again for the next image and never more than twice at once', async () => {
    const png = await make.okPng();
    await Promise.all(Array.from({ length: 12 }, () => take(png)));
    const pids = idleDecoderPids();
    expect(pids.length).toBeLessThanOrEqual(2);
    await take(png);
    expect(idleDecoderPids()).toEqual(expect.arrayContaining(pids));
  });

  it('reports a source that is gone as its own failure, not as the image’s', async () => {
    const path = join(root, 'tmp', 'gone');
    const reply = await decodeInChild({
      source: path,
      master: path,
      thumbs: { 320: path, 640: path, 1280: path },
    });
    expect(reply).toMatchObject({ kind: 'failed', errno: 'ENOENT' });
  });

  it('keeps one blob of the same bytes sent ten times at once', async () => {
    const bytes = await make.noise(90, 60, 99).png().toBuffer();
    const all = await Promise.all(Array.from({ length: 10 }, () => take(bytes)));
    expect(new Set(all.map((taken) => taken.master.hash)).size).toBe(1);
  });
});
