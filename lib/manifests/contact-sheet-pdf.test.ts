import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { SheetAsset } from './contact-sheet.ts';
import { contactSheetPdf } from './contact-sheet-pdf.ts';

const png = await sharp({ create: { width: 300, height: 200, channels: 4, background: '#a335' } })
  .png()
  .toBuffer();
const counted = () => {
  const store = {
    reads: 0,
    get: async () => {
      store.reads += 1;
      return png;
    },
  };
  return store;
};

const assets = (count: number): SheetAsset[] =>
  Array.from({ length: count }, (_, i) => ({
    tag: `CHAR_${String(i + 1).padStart(2, '0')}`,
    name: i === 0 ? 'Zoë “the keeper” 灯台 with a name that is far too long for its tile' : `Asset ${i}`,
    type: 'CHARACTER',
    imageHash: i === 1 ? null : 'a',
    width: 300,
    height: 200,
    hasAlpha: true,
    qualityScore: i % 2 ? 4.2 : 8.1,
  }));
const sheet = (count: number, store = counted()) =>
  contactSheetPdf(
    {
      manifest: { name: 'The Lamplighter', version: 5, digest: '9f2c'.repeat(16) },
      assets: assets(count),
      imageFor: (hash) => hash,
    },
    'a4',
    store,
  );

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

/** Text of the streams that map glyphs back to characters: what a reader selects and searches. */
function charactersOf(pdf: Buffer): string {
  let text = '';
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    try {
      text += inflateSync(pdf.subarray(at + 7)).toString('latin1');
    } catch {
      // Pictures and the ends of streams are not deflated.
    }
  }
  return text;
}

describe('a contact sheet as PDF', { timeout: 30_000 }, () => {
  it('is the same bytes for the same input, on as many pages as it takes', async () => {
    const [first, second] = [await buffer(sheet(40)), await buffer(sheet(40))];
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.equals(second)).toBe(true);
    expect(pagesOf(await buffer(sheet(3)))).toBe(1);
    expect(pagesOf(first)).toBeGreaterThan(1);
  });

  it('has its text as text, with the characters that belong to the glyphs, and pictures as JPEG', async () => {
    const pdf = await buffer(sheet(3));
    expect(pdf.toString('latin1')).toMatch(/\/ToUnicode/);
    expect(pdf.toString('latin1')).toMatch(/\/BaseFont \/[A-Z]{6}\+GeistMono-Regular/);
    // ë, in the map from glyphs to characters.
    expect(charactersOf(pdf)).toContain('<00eb>');
    expect(pdf.toString('latin1').match(/\/Filter \/DCTDecode/g)).toHaveLength(2);
  });

  it('draws no further than it is read, and stops when the reader leaves', async () => {
    const store = counted();
    const stream = sheet(2000, store);
    const reader = (Readable.toWeb(stream) as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    const closed = new Promise((resolve) => stream.once('close', resolve));
    await reader.cancel();
    await closed;
    expect(store.reads).toBeLessThan(1000);
    const read = store.reads;
    await new Promise((resolve) => setImmediate(resolve));
    expect(store.reads - read).toBeLessThan(20);
  });

  it('ends the stream with the error of a picture that cannot be read', async () => {
    const failing = { reads: 0, get: () => Promise.reject(new Error('gone')) };
    await expect(buffer(sheet(3, failing))).rejects.toThrow('gone');
  });
});
