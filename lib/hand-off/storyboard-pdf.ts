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
  wrapped,
} from '../media/pdf-text.ts';
import { fontRuns } from '../media/text.ts';
import type { ProjectDetail, ProjectScene } from '../schemas/project.ts';
import { frameTimecode, HAND_OFF_RATE } from './hand-off-film.ts';

/** Points of A4. */
const PAGE = { width: 595.28, height: 841.89, margin: 40 };
const HEADER = 44;
const ROW = { height: 136, gap: 10 };
const PICTURE = { width: 200, height: 124 };
const TEXT_X = PAGE.margin + PICTURE.width + 16;
const TEXT_WIDTH = PAGE.width - PAGE.margin - TEXT_X;
const ROWS_PER_PAGE = Math.floor((PAGE.height - 2 * PAGE.margin - HEADER + ROW.gap) / (ROW.height + ROW.gap));
/** Pixels for each point: 200 to the inch. */
const PIXELS = 200 / 72;
const JPEG_QUALITY = 84;
const DIALOGUE_LINES = 2;

const TITLE: Style = { size: 10.5, weight: 600, colour: COLOUR.text };
const BODY: Style = { size: 8.5, colour: COLOUR.text };
const META: Style = { size: 8, colour: COLOUR.label };
const MONO: Style = { size: 7.5, mono: true, colour: COLOUR.second };

export type StoryboardPdfInput = {
  film: Pick<ProjectDetail, 'title' | 'style' | 'aspect_ratio' | 'scenes' | 'snapshot_digest' | 'seed'>;
  /** Blob of a scene's start keyframe; null: there is none. */
  pictureOf: (scene: ProjectScene) => string | null;
};

/**
 * The storyboard for print: a row for each scene with its keyframe, slug line, text, shot, move, tags, dialogue and
 * times. Drawn while it is read; the same input gives the same bytes.
 */
export function storyboardPdf(input: StoryboardPdfInput, blobs: Pick<BlobStore, 'get'>): Readable {
  const out = new PassThrough();
  // Whoever reads sees the error; before anyone does it must not be one that nobody heard.
  out.on('error', () => {});
  void drawAll(input, blobs, out).catch((error: Error) => out.destroy(error));
  return out;
}

async function drawAll(
  { film, pictureOf }: StoryboardPdfInput,
  blobs: Pick<BlobStore, 'get'>,
  out: PassThrough,
) {
  const [body] = fontRuns('a', 400, false);
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    lang: 'en',
    font: body?.path ?? '',
    info: {
      Title: `${film.title}, storyboard`,
      Subject: `Snapshot ${film.snapshot_digest ?? 'none'}`,
      Creator: 'vidpipe',
      Producer: 'vidpipe',
      CreationDate: FIXED_DATE,
      ModDate: FIXED_DATE,
    },
  });
  doc.pipe(out);
  const pages = Math.max(1, Math.ceil(film.scenes.length / ROWS_PER_PAGE));
  for (let page = 0; page < pages; page += 1) {
    doc.addPage();
    drawHeader(doc, film, `Page ${page + 1} of ${pages}`);
    const rows = film.scenes.slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE);
    for (const [i, scene] of rows.entries()) {
      const hash = pictureOf(scene);
      const picture = hash === null ? null : await readPicture(hash, blobs);
      drawRow(doc, scene, picture, PAGE.margin + HEADER + i * (ROW.height + ROW.gap));
      await readerOf(doc, out);
      if (out.destroyed) return;
    }
  }
  doc.end();
}

function drawHeader(
  doc: Doc,
  { title, style, aspect_ratio, scenes }: StoryboardPdfInput['film'],
  pageOf: string,
) {
  const heading: Style = { size: 16, weight: 600, colour: COLOUR.text };
  const inner = PAGE.width - 2 * PAGE.margin;
  const pageWidth = widthOf(doc, pageOf, META);
  drawText(doc, fitted(doc, title, heading, inner - pageWidth - 24), PAGE.margin, PAGE.margin + 13, heading);
  drawText(doc, pageOf, PAGE.width - PAGE.margin - pageWidth, PAGE.margin + 13, META);
  const seconds = scenes.reduce((sum, scene) => sum + scene.duration, 0);
  const count = `${scenes.length} ${scenes.length === 1 ? 'scene' : 'scenes'}`;
  drawText(
    doc,
    `Storyboard, ${count}, ${Number(seconds.toFixed(1))} s, ${aspect_ratio}, ${style}`,
    PAGE.margin,
    PAGE.margin + 28,
    META,
  );
}

type Picture = { jpeg: Buffer; width: number; height: number };

async function readPicture(hash: string, blobs: Pick<BlobStore, 'get'>): Promise<Picture> {
  const { data, info } = await sharp(await blobs.get(hash))
    .resize({
      width: Math.round(PICTURE.width * PIXELS),
      height: Math.round(PICTURE.height * PIXELS),
      fit: 'inside',
    })
    .flatten({ background: COLOUR.tile })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width / PIXELS, height: info.height / PIXELS };
}

const words = (value: string) => value.replaceAll('_', ' ');
const sentence = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);

function drawRow(doc: Doc, scene: ProjectScene, picture: Picture | null, y: number): void {
  if (picture)
    doc.image(picture.jpeg, PAGE.margin + (PICTURE.width - picture.width) / 2, y, {
      width: picture.width,
      height: picture.height,
    });
  else {
    doc.rect(PAGE.margin, y, PICTURE.width, PICTURE.height).fill(COLOUR.tile);
    const none = 'No keyframe yet';
    drawText(doc, none, PAGE.margin + (PICTURE.width - widthOf(doc, none, META)) / 2, y + 64, META);
  }
  let line = y + 9;
  const put = (text: string, style: Style, leading: number) => {
    if (text === '' || line > y + ROW.height) return;
    drawText(doc, fitted(doc, text, style, TEXT_WIDTH), TEXT_X, line, style);
    line += leading;
  };
  const at = frameTimecode(Math.round(scene.starts_at * HAND_OFF_RATE));
  const timeX = PAGE.width - PAGE.margin - widthOf(doc, at, MONO);
  drawText(doc, at, timeX, line, MONO);
  const title = `${scene.index + 1}  ${scene.title}`;
  drawText(doc, fitted(doc, title, TITLE, timeX - TEXT_X - 12), TEXT_X, line, TITLE);
  line += 14;
  put(scene.slug_line, META, 13);
  for (const each of wrapped(doc, scene.description, BODY, TEXT_WIDTH, 4)) put(each, BODY, 11);
  line += 3;
  const how = [
    sentence(words(scene.shot_type)),
    words(scene.camera_move),
    `begins with a ${words(scene.transition)}`,
    `${Number(scene.duration.toFixed(2))} s`,
  ];
  put(how.join(', '), META, 12);
  put(scene.placements.map((p) => p.tag).join('  '), MONO, 13);
  const spoken = scene.audio.dialogue.slice(0, DIALOGUE_LINES);
  for (const { speaker, text } of spoken) put(`${speaker ?? 'Voice'}: “${text}”`, BODY, 11);
  if (scene.audio.dialogue.length > spoken.length)
    put(`and ${scene.audio.dialogue.length - spoken.length} more lines`, META, 11);
}
