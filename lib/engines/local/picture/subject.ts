import sharp, { type Sharp } from 'sharp';
import type { Size } from './camera.ts';
import type { PlacedLayer } from './draw-picture.ts';
import { graded, type Look } from './grade.ts';
import { even, pixelsOf, SHARP_DENSITY, settled, svg, toLayer } from './pixels.ts';
import type { Reference } from './reference.ts';
import type { Stand } from './stand.ts';

const CARD = { radius: 10, margin: 56, sigma: 20, alpha: 0.5, drop: 14 };
const CUT_OUT = { margin: 48, sigma: 16, alpha: 0.34, drop: 6 };
const SHADOW_SHRINK = 4;
const SUBJECT_GRADE = 0.6;

/** How far beyond the frame a subject is kept, in frames: more than any move brings into it. */
const KEPT_BEYOND = 0.16;

type Span = { first: number; count: number; start: number; length: number };

/** The samples of a row of `pixels`, drawn from `start` over `length`, that lie in the frame or near it. */
function nearFrame(start: number, length: number, pixels: number, frame: number): Span {
  const scale = pixels / length;
  const first = Math.max(0, Math.floor((-KEPT_BEYOND * frame - start) * scale));
  const last = Math.min(pixels, Math.ceil(((1 + KEPT_BEYOND) * frame - start) * scale));
  const count = Math.max(1, last - first);
  return { first, count, start: start + first / scale, length: count / scale };
}

/** The shadow of a shape: its alpha in black with a margin round it. Blurred in small, as nobody sees the difference. */
async function shadowOf(
  shape: Sharp,
  full: Size,
  margin: number,
  look: { sigma: number; alpha: number },
): Promise<Buffer> {
  const width = Math.ceil(full.width / SHADOW_SHRINK);
  const height = Math.ceil(full.height / SHADOW_SHRINK);
  const edge = Math.round(margin / SHADOW_SHRINK);
  const small = await pixelsOf(
    shape
      .clone()
      .extractChannel(3)
      .resize(width - 2 * edge, height - 2 * edge, { fit: 'fill' })
      .toColourspace('b-w'),
  );
  const canvas = Buffer.alloc(width * height);
  for (let y = 0; y < small.height; y += 1) {
    canvas.set(small.data.subarray(y * small.width, (y + 1) * small.width), (y + edge) * width + edge);
  }
  const soft = await settled(
    sharp(canvas, { raw: { width, height, channels: 1 } })
      .blur(look.sigma / SHADOW_SHRINK)
      .toColourspace('b-w'),
  );
  const { data } = await pixelsOf(
    soft.resize(full.width, full.height, { fit: 'fill', kernel: 'cubic' }).toColourspace('b-w'),
  );
  const shadow = Buffer.alloc(full.width * full.height * 4);
  for (let i = 0; i < data.length; i += 1) shadow[i * 4 + 3] = Math.round((data[i] as number) * look.alpha);
  return shadow;
}

/** A subject with its shadow: a panel with round corners, or a cut-out. */
export async function subjectLayer(
  reference: Reference,
  stand: Stand,
  frame: Size,
  toning: Look,
): Promise<PlacedLayer> {
  const look = stand.kind === 'card' ? CARD : CUT_OUT;
  const unit = (Math.min(frame.width, frame.height) / 720) * SHARP_DENSITY;
  const shown = stand.crop ?? { x: 0, y: 0, ...reference.shape };
  const across = nearFrame(stand.box.x, stand.box.width, shown.width, frame.width);
  const down = nearFrame(stand.box.y, stand.box.height, shown.height, frame.height);
  const width = even(across.length * SHARP_DENSITY);
  const height = even(down.length * SHARP_DENSITY);
  const margin = even(look.margin * unit);
  const full = { width: width + 2 * margin, height: height + 2 * margin };
  const resized = sharp(reference.image)
    .toColourspace('srgb')
    .ensureAlpha()
    .extract({
      left: shown.x + across.first,
      top: shown.y + down.first,
      width: across.count,
      height: down.count,
    })
    .resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
  const toned = await settled(graded(await settled(resized), toning, SUBJECT_GRADE));
  const round = `<rect width="${width}" height="${height}" rx="${CARD.radius * unit}"/>`;
  const shape =
    stand.kind === 'card'
      ? await settled(toned.composite([{ input: svg(width, height, round), blend: 'dest-in' }]))
      : toned;
  const shadow = await shadowOf(shape, full, margin, { sigma: look.sigma * unit, alpha: look.alpha });
  const ground = { input: contactShadow(full, width, height, margin), top: 0, left: 0 };
  const { data, channels } = await pixelsOf(shape);
  // The picture is set a little higher on its shadow than it casts it: light from above.
  const drop = Math.round(look.drop * unit);
  const layer = await toLayer(
    sharp(shadow, { raw: { ...full, channels: 4 } }).composite([
      ...(stand.isGrounded ? [ground] : []),
      {
        input: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
        raw: { width, height, channels: channels as 4 },
        top: margin - drop,
        left: margin,
      },
    ]),
  );
  return {
    layer,
    rate: stand.rate,
    box: {
      x: across.start - margin / SHARP_DENSITY,
      y: down.start - (margin - drop) / SHARP_DENSITY,
      width: full.width / SHARP_DENSITY,
      height: full.height / SHARP_DENSITY,
    },
  };
}

/** A soft ellipse where the feet touch the ground. */
function contactShadow(full: Size, width: number, height: number, margin: number): Buffer {
  const ry = Math.min(margin * 0.5, width * 0.07);
  return svg(
    full.width,
    full.height,
    `<defs><radialGradient id="c"><stop offset="0" stop-opacity=".5"/><stop offset=".55" stop-opacity=".26"/><stop offset="1" stop-opacity="0"/></radialGradient></defs><ellipse cx="${full.width / 2}" cy="${margin + height - ry * 0.7}" rx="${width * 0.52}" ry="${ry}" fill="url(#c)"/>`,
  );
}
