import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { renderContactSheet, type SheetAsset } from './contact-sheet.ts';
import { justifiedRows } from './justified-rows.ts';

// Real pictures on a machine that may be busy with other suites.
vi.setConfig({ testTimeout: 60_000 });

const pictures = new Map<string, Buffer>();
const blobs = { get: async (hash: string) => pictures.get(hash) ?? Promise.reject(new Error('not-found')) };

async function asset(
  tag: string,
  colour: string,
  width: number,
  height: number,
  alpha = 1,
): Promise<SheetAsset> {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const background = { r, g, b, alpha };
  pictures.set(
    tag,
    await sharp({ create: { width, height, channels: 4, background } })
      .png()
      .toBuffer(),
  );
  const type = tag.startsWith('CHAR') ? 'CHARACTER' : tag.startsWith('ENV') ? 'ENVIRONMENT' : 'PROP';
  return {
    tag,
    name: `Name of ${tag}`,
    type,
    imageHash: tag,
    width,
    height,
    hasAlpha: alpha < 1,
    qualityScore: 7.2,
  };
}
const manifest = { name: 'The Lamplighter', version: 3, digest: 'ab'.repeat(32) };
const pixelsOf = (png: Buffer) => sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });

/** Box of all pixels of exactly that colour. */
async function boxOf(png: Buffer, [r, g, b]: number[]) {
  const { data, info } = await pixelsOf(png);
  let [left, top, right, bottom] = [info.width, info.height, -1, -1];
  for (let i = 0; i < data.length; i += 3) {
    if (data[i] !== r || data[i + 1] !== g || data[i + 2] !== b) continue;
    const [x, y] = [(i / 3) % info.width, Math.floor(i / 3 / info.width)];
    [left, right, top, bottom] = [
      Math.min(left, x),
      Math.max(right, x),
      Math.min(top, y),
      Math.max(bottom, y),
    ];
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

describe('the contact sheet', () => {
  it('is the same PNG for the same manifest', async () => {
    const input = {
      manifest,
      assets: [await asset('CHAR_01', '#c03020', 300, 400), await asset('ENV_01', '#204080', 800, 450)],
    };
    const [one, two] = [await renderContactSheet(input, blobs), await renderContactSheet(input, blobs)];
    expect(one.equals(two)).toBe(true);
    expect(await sharp(one).metadata()).toMatchObject({ format: 'png', width: 1920 });
  });

  it('shows whole pictures in their shape, grouped by type in the order of the headings', async () => {
    const assets = [await asset('ENV_01', '#204080', 800, 450), await asset('CHAR_01', '#c03020', 300, 400)];
    const png = await renderContactSheet({ manifest, assets }, blobs);
    const [env, char] = [await boxOf(png, [0x20, 0x40, 0x80]), await boxOf(png, [0xc0, 0x30, 0x20])];
    expect(env.width / env.height).toBeCloseTo(800 / 450, 1);
    expect(char.width / char.height).toBeCloseTo(300 / 400, 1);
    expect(char.left).toBeLessThan(env.left);
    expect(char.top).toBe(env.top);
  });

  it('begins a new band where a group does not fit beside the last', async () => {
    const wide = await Promise.all([1, 2, 3].map((n) => asset(`ENV_0${n}`, '#204080', 900, 450)));
    const png = await renderContactSheet(
      { manifest, assets: [...wide, await asset('CHAR_01', '#c03020', 300, 400)] },
      blobs,
    );
    const [env, char] = [await boxOf(png, [0x20, 0x40, 0x80]), await boxOf(png, [0xc0, 0x30, 0x20])];
    expect(env.top).toBeGreaterThan(char.top + char.height);
    expect(env.left).toBe(char.left);
  });

  it('puts a picture with alpha on a raised tile and a missing one on a quiet one', async () => {
    const seeThrough = await asset('PROP_01', '#ffffff', 400, 400, 0);
    const without: SheetAsset = { ...seeThrough, tag: 'PROP_02', imageHash: null, width: null, height: null };
    const png = await renderContactSheet({ manifest, assets: [seeThrough, without] }, blobs);
    const { data, info } = await pixelsOf(png);
    const row = Array.from({ length: info.width }, (_, x) => data[(300 * info.width + x) * 3]);
    expect(row.filter((value) => value === 0x32)).toHaveLength(300);
    expect(row.filter((value) => value === 0x25)).toHaveLength(360);
  });

  it('prints tag and name under each picture and changes with them', async () => {
    const one = await asset('CHAR_01', '#c03020', 300, 400);
    const sheet = (changes: Partial<SheetAsset>) =>
      renderContactSheet({ manifest, assets: [{ ...one, ...changes }] }, blobs);
    const base = await sheet({});
    for (const changes of [{ tag: 'CHAR_02' }, { name: 'Mara' }, { qualityScore: 3 }]) {
      expect((await sheet(changes)).equals(base)).toBe(false);
    }
  });

  it('keeps the shape of a picture as thin as a thread', async () => {
    const png = await renderContactSheet(
      { manifest, assets: [await asset('CHAR_01', '#c03020', 4, 400)] },
      blobs,
    );
    const box = await boxOf(png, [0xc0, 0x30, 0x20]);
    expect(box.width / box.height).toBeCloseTo(0.01, 2);
  });

  it('fails when the store lacks an image, instead of leaving it out', async () => {
    const one = { ...(await asset('CHAR_01', '#c03020', 30, 40)), imageHash: 'gone' };
    await expect(renderContactSheet({ manifest, assets: [one] }, blobs)).rejects.toThrow('not-found');
  });
});

describe('justified rows', () => {
  it('are one width each but the last, near the height aimed at, in order', () => {
    const ratios = Array.from({ length: 23 }, (_, i) => 0.6 + ((i * 7) % 11) / 6);
    const { tiles, height } = justifiedRows(
      ratios.map((ratio) => ({ ratio })),
      { width: 1000, rowHeight: 200, gap: 10, captionHeight: 30 },
    );
    const rows = Map.groupBy(tiles, (tile) => tile.y);
    const all = [...rows.values()];
    for (const row of all.slice(0, -1)) {
      const last = row.at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(1000, 6);
      expect(last?.height).toBeGreaterThan(125);
      expect(last?.height).toBeLessThan(300);
    }
    for (const [i, tile] of tiles.entries()) expect(tile.width / tile.height).toBeCloseTo(ratios[i] ?? 0, 6);
    const bottom = tiles.at(-1);
    expect(height).toBeCloseTo((bottom?.y ?? 0) + (bottom?.height ?? 0) + 30, 6);
  });
});
