import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDiskStore } from '../blobs/disk-store.ts';
import type { BlobStore } from '../blobs/store.ts';
import { IMAGE_LIMITS } from '../schemas/asset.ts';
import { decodeInChild, idleDecoderPids } from './decoder-pool.ts';
import * as make from './image-corpus.ts';
import { type ImageLabels, takeImage } from './image-intake.ts';

// Damaged, odd and hostile files stand in the corpus (corpus/), which goes through the routes.
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
});

describe('the decoder', () => {
  it('is used again for the next image and never more than twice at once', async () => {
    const png = await make.okPng();
    await Promise.all(Array.from({ length: 12 }, () => take(png)));
    const pids = idleDecoderPids();
    expect(pids.length).toBeLessThanOrEqual(2);
    await take(png);
    expect(idleDecoderPids()).toEqual(expect.arrayContaining(pids));
  });

  it('that dies at work is "not now", with a time to try again', async () => {
    const png = await make.okPng();
    await take(png);
    const pid = idleDecoderPids().at(-1) ?? 0;
    // It takes the image and gets no further.
    process.kill(pid, 'SIGSTOP');
    const refused = expect(take(png)).rejects.toMatchObject({
      code: 'unavailable',
      headers: { 'retry-after': '2' },
    });
    await expect.poll(idleDecoderPids).not.toContain(pid);
    process.kill(pid, 'SIGKILL');
    await refused;
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
});
