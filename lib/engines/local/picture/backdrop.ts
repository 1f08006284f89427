import sharp from 'sharp';
import { seededRandom } from '../../../media/seeded-random.ts';
import { layerFromPixels } from '../../../media/yuv.ts';
import type { Size } from './camera.ts';
import type { PlacedLayer } from './draw-picture.ts';
import { darkenCorners, graded, type Look } from './grade.ts';
import { even, pixelsOf } from './pixels.ts';

/** Where the light falls on the wall, in shares of its width: one of these by what the scene says. */
const LIGHT_AT = [0.68, 0.3, 0.54, 0.8, 0.18];
const LIGHT_Y = 0.34;
const LIGHT_RADIUS = 0.75;
const LIGHT_AMOUNT = 0.5;
const BRIGHTNESS = 0.8;
const GRADE_AMOUNT = 0.5;
/** Lightness that the middle and the light of the wall have at least, 0…255: a black wall is no picture. */
const LEAST = [14, 52, 120];
/** Where the wall meets the floor, in shares of the height, and how much darker the floor is there. */
const FLOOR = { from: 0.74, dark: 0.3 };

type Colour = [number, number, number];

const colourOf = (hex: string): Colour =>
  [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as Colour;
const lightnessOf = ([red, green, blue]: Colour) => red * 0.21 + green * 0.72 + blue * 0.07;

function lifted(colour: Colour, least: number): Colour {
  const missing = least - lightnessOf(colour);
  return missing <= 0 ? colour : (colour.map((c) => Math.min(255, c + missing)) as Colour);
}

/** Dark, middle and light of the palette. */
function wallColours(palette: string[]): [Colour, Colour, Colour] {
  const known = palette.length > 0 ? palette : ['#15181c', '#3c5266', '#8a8f8c'];
  const sorted = known.map(colourOf).sort((a, b) => lightnessOf(a) - lightnessOf(b));
  const at = (place: number) => sorted[Math.min(sorted.length - 1, place)] as Colour;
  return [0, 1, 2].map((i) => lifted(at(i), LEAST[i] as number)) as [Colour, Colour, Colour];
}

async function gradedColours(colours: Colour[], look: Look): Promise<Colour[]> {
  const swatch = sharp(Buffer.from(colours.flat()), {
    raw: { width: colours.length, height: 1, channels: 3 },
  });
  const { data } = await pixelsOf(graded(swatch, look, GRADE_AMOUNT, BRIGHTNESS));
  return colours.map((_, i) => [data[i * 3], data[i * 3 + 1], data[i * 3 + 2]] as Colour);
}

/** A number in 0…1 that follows from a text (FNV-1a). */
export function hashShare(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

/**
 * Ground for a shot without a place: the palette as a dim light on a dark wall. `about` says where the light falls.
 * Dithered, since a slow gradient in 8 bits is a stair.
 */
export async function backdropLayer(
  palette: string[],
  look: Look,
  frame: Size,
  { over, rate, about }: { over: Size; rate: number; about: string },
): Promise<PlacedLayer> {
  const size = { width: frame.width * over.width, height: frame.height * over.height };
  const width = even(size.width);
  const height = even(size.height);
  const [dark, mid, light] = (await gradedColours(wallColours(palette), look)) as [Colour, Colour, Colour];
  const lightX = LIGHT_AT[Math.floor(hashShare(about) * LIGHT_AT.length)] ?? 0.5;
  const radius = LIGHT_RADIUS * Math.max(width, height);
  const random = seededRandom(Math.floor(hashShare(about) * 2 ** 31));
  const data = new Uint8ClampedArray(width * height * 3);
  for (let y = 0, at = 0; y < height; y += 1) {
    const down = y / height;
    const floor = down < FLOOR.from ? 1 : 1 - FLOOR.dark * (1 - (down - FLOOR.from) / (1 - FLOOR.from));
    // The line between wall and floor is soft: a tenth of the height below it.
    const soft = Math.min(1, Math.max(0, (down - FLOOR.from) / 0.1));
    const shade = 1 + (floor - 1) * soft;
    for (let x = 0; x < width; x += 1, at += 3) {
      const away = Math.min(1, Math.hypot(x - lightX * width, y - LIGHT_Y * height) / radius);
      const share = LIGHT_AMOUNT * (1 - away) ** 2 * (1 + 2 * away);
      // The same for all three, triangular: grain without colour.
      const grain = random() + random() - 1;
      for (let c = 0; c < 3; c += 1) {
        const wall = (dark[c] as number) + ((mid[c] as number) - (dark[c] as number)) * 0.8 * down;
        data[at + c] = (wall + ((light[c] as number) - wall) * share) * shade + grain * 1.2;
      }
    }
  }
  const pixels = { data: new Uint8Array(data.buffer), width, height, channels: 3 };
  darkenCorners(pixels, look.grade.vignette);
  const box = { x: (frame.width - size.width) / 2, y: (frame.height - size.height) / 2, ...size };
  return { layer: layerFromPixels(pixels), box, rate };
}
