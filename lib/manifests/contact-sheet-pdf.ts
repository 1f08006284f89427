import { PassThrough, type Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import type { BlobStore } from '../blobs/store.ts';
import {
  PAPER_COLOUR as COLOUR,
  type Doc,
  drawText,
  FIXED_DATE,
  fitted,
  readerOf,
  type Style,
  widthOf,
} from '../media/pdf-text.ts';
import { fontRuns } from '../media/text.ts';
import type { AssetType } from '../schemas/asset.ts';
import { countOf, isClamped, type SheetInput, shortDigest } from './contact-sheet.ts';
import { SHEET_TYPES } from './sheet-icons.ts';
import {
  PAPER_SIZE,
  type Paper,
  PRINT,
  type PrintedHeading,
  type PrintedTile,
  sheetPages,
} from './sheet-pages.ts';

const TYPE_COLOUR: Record<AssetType, string> = {
  CHARACTER: '#7a2a0c',
  ENVIRONMENT: '#1c7259',
  PROP: '#0a3157',
  OBJECT: '#75703a',
  STYLE: '#b4308c',
  OTHER: '#3a3a3a',
};
/** Pixels for each point: 200 to the inch. */
const PIXELS = 200 / 72;
const JPEG_QUALITY = 82;
const SCORE_FROM = 56;
const GOOD_SCORE = 6;

export type PdfSheetInput = SheetInput & {
  /** The file to draw for a master; the master itself where there is none smaller. */
  imageFor: (masterHash: string) => string;
};

/**
 * The contact sheet of a manifest for print, as many pages as it takes: text as text in Geist, pictures as JPEG. Drawn
 * while it is read, a row at a time; destroying the stream stops it. The same input gives the same bytes.
 */
export function contactSheetPdf(input: PdfSheetInput, paper: Paper, blobs: Pick<BlobStore, 'get'>): Readable {
  const out = new PassThrough();
  // Whoever reads sees the error; before anyone does it must not be one that nobody heard.
  out.on('error', () => {});
  void drawAll(input, paper, blobs, out).catch((error: Error) => out.destroy(error));
  return out;
}

async function drawAll(input: PdfSheetInput, paper: Paper, blobs: Pick<BlobStore, 'get'>, out: PassThrough) {
  const { manifest, assets } = input;
  const { width, height } = PAPER_SIZE[paper];
  const pages = sheetPages(assets, paper);
  const [body] = fontRuns('a', 400, false);
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    lang: 'en',
    font: body?.path ?? '',
    info: {
      Title: `${manifest.name} v${manifest.version}`,
      Subject: `Contact sheet ${manifest.digest ?? ''}`,
      Creator: 'vidpipe',
      Producer: 'vidpipe',
      CreationDate: FIXED_DATE,
      ModDate: FIXED_DATE,
    },
  });
  doc.pipe(out);
  for (const [i, page] of pages.entries()) {
    doc.addPage();
    drawHeader(doc, input, `Page ${i + 1} of ${pages.length}`, width);
    for (const heading of page.headings) drawHeading(doc, heading);
    for (const row of Map.groupBy(page.tiles, ({ tile }) => tile.y).values()) {
      const pictures = await Promise.all(row.map((each) => readPicture(each, input, blobs)));
      for (const [at, each] of row.entries()) drawTile(doc, each, pictures[at] ?? null);
      await readerOf(doc, out);
      if (out.destroyed) return;
    }
  }
  doc.end();
}

function drawHeader(doc: Doc, { manifest, assets }: SheetInput, pageOf: string, width: number): void {
  const inner = width - 2 * PRINT.margin;
  const title = { size: 16, weight: 600, colour: COLOUR.text } as const;
  const meta = { size: 8, colour: COLOUR.label };
  const mono = { ...meta, mono: true };
  const pageWidth = widthOf(doc, pageOf, meta);
  drawText(
    doc,
    fitted(doc, manifest.name, title, inner - pageWidth - 24),
    PRINT.margin,
    PRINT.margin + 13,
    title,
  );
  drawText(doc, pageOf, PRINT.margin + inner - pageWidth, PRINT.margin + 13, meta);
  let x = PRINT.margin;
  const line: [string, Style][] = [
    [`v${manifest.version}`, mono],
    [countOf(assets.length), meta],
    ...(manifest.digest ? [[shortDigest(manifest.digest), mono] satisfies [string, Style]] : []),
  ];
  for (const [text, style] of line) x += drawText(doc, text, x, PRINT.margin + 29, style) + 12;
}

function drawHeading(doc: Doc, { type, count, y }: PrintedHeading): void {
  const baseline = y + 14;
  drawIcon(doc, type, PRINT.margin, baseline - 10, 12);
  const heading = { size: 11, weight: 600, colour: COLOUR.text } as const;
  const x = PRINT.margin + 18;
  const width = drawText(doc, SHEET_TYPES[type].heading, x, baseline, heading);
  drawText(doc, String(count), x + width + 6, baseline, { size: 9, colour: COLOUR.label });
}

type Picture = { jpeg: Buffer; width: number; height: number };

/** A picture at the size it is printed, on the tone of its tile where it is see-through. */
async function readPicture(
  { asset, tile }: PrintedTile,
  { imageFor }: PdfSheetInput,
  blobs: Pick<BlobStore, 'get'>,
): Promise<Picture | null> {
  if (!asset.imageHash) return null;
  const { data, info } = await sharp(await blobs.get(imageFor(asset.imageHash)))
    .resize({
      width: Math.max(1, Math.round(tile.width * PIXELS)),
      height: Math.max(1, Math.round(tile.height * PIXELS)),
      fit: isClamped(asset) ? 'inside' : 'fill',
    })
    .flatten({ background: COLOUR.tile })
    .toColourspace('srgb')
    .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width / PIXELS, height: info.height / PIXELS };
}

function drawTile(doc: Doc, { asset, tile }: PrintedTile, picture: Picture | null): void {
  const { x, y, width, height } = tile;
  if (!picture || isClamped(asset)) doc.rect(x, y, width, height).fill(COLOUR.tile);
  if (picture) {
    const [w, h] = isClamped(asset) ? [picture.width, picture.height] : [width, height];
    doc.image(picture.jpeg, x + (width - w) / 2, y + (height - h) / 2, { width: w, height: h });
  } else {
    const style = { size: 7, colour: COLOUR.label };
    drawText(doc, 'No image', x + (width - widthOf(doc, 'No image', style)) / 2, y + height / 2 + 2.5, style);
  }
  const tag = { size: 7, mono: true, colour: COLOUR.text };
  const line = y + height + 10;
  drawIcon(doc, asset.type, x, line - 6, 7);
  drawText(doc, asset.tag, x + 10, line, tag);
  if (asset.qualityScore !== null && width >= SCORE_FROM) {
    const score = asset.qualityScore.toFixed(1);
    const style = { ...tag, colour: asset.qualityScore < GOOD_SCORE ? COLOUR.warn : COLOUR.label };
    drawText(doc, score, x + width - widthOf(doc, score, style), line, style);
  }
  const name = { size: 7, colour: COLOUR.second };
  drawText(doc, fitted(doc, asset.name, name, width), x, line + 9, name);
}

function drawIcon(doc: Doc, type: AssetType, x: number, y: number, size: number): void {
  doc
    .save()
    .translate(x, y)
    .scale(size / 24);
  doc.lineWidth(2).lineCap('round').lineJoin('round').strokeColor(TYPE_COLOUR[type]);
  for (const path of SHEET_TYPES[type].icon) doc.path(path).stroke();
  doc.restore();
}
