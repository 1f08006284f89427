import type { Matrix3x3, Sharp } from 'sharp';
import type { RawPixels } from '../../../media/yuv.ts';
import type { StyleGuide } from '../../../schemas/storyboard.ts';

const PIVOT = 118;
const WARM = { red: 0.07, green: 0.01, blue: -0.09 };
/** Weights of red, green and blue in the lightness that saturation turns around (BT.709). */
const LIGHTNESS = [0.2126, 0.7152, 0.0722] as const;
/** Corners darken from here on, as a share of the way from the middle to a corner. */
const VIGNETTE_START = 0.5;
const VIGNETTE_GAIN = 2;

type Colour = readonly [number, number, number];
/** How a film is graded: the style guide's numbers and, from its STYLE assets, the colours of shadows and lights. */
export type Look = { grade: StyleGuide['grade']; tint: { shadow: Colour; light: Colour } | null };

/** How strongly the palette of a STYLE asset colours shadows and lights. */
const TINT = { shadow: 0.34, light: 0.26, most: 26 };
/** What the palette does to the numbers of the grade. */
const PALETTE_GRADE = { warmth: 0.5, saturation: 0.45, contrast: 0.3 };
/** Of pictures as they usually are. */
const USUAL = { chroma: 0.24, range: 0.62 };

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const colourOf = (hex: string) =>
  [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number, number];
const lightOf = ([r, g, b]: Colour) => LIGHTNESS[0] * r + LIGHTNESS[1] * g + LIGHTNESS[2] * b;

/** The colour of a tone without its lightness, held within limits. */
function tintOf(colour: Colour, amount: number): Colour {
  const light = lightOf(colour);
  return colour.map((c) => clamp((c - light) * amount, -TINT.most, TINT.most)) as unknown as Colour;
}

/**
 * The look of a film. With STYLE assets their palette is measured too: how warm, how colourful and how wide from dark
 * to light it is, and which colours its shadows and lights have. Of every shot alike, with a place or without.
 */
export function lookOf({ style_tags, palette, grade }: StyleGuide): Look {
  const colours = palette.filter((hex) => /^#[0-9a-f]{6}$/i.test(hex)).map(colourOf);
  if (style_tags.length === 0 || colours.length === 0) return { grade, tint: null };
  const sorted = [...colours].sort((a, b) => lightOf(a) - lightOf(b));
  const [darkest, lightest] = [sorted[0] as Colour, sorted.at(-1) as Colour];
  // The palette is ordered by share: the first colours cover the most.
  const weights = colours.map((_, i) => 1 / (i + 1));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mean = (of: (c: Colour) => number) =>
    colours.reduce((sum, c, i) => sum + of(c) * (weights[i] as number), 0) / total;
  const chroma = mean((c) => (Math.max(...c) - Math.min(...c)) / 255);
  const warmth = mean(([r, , b]) => (r - b) / 255);
  const range = (lightOf(lightest) - lightOf(darkest)) / 255;
  return {
    grade: {
      warmth: clamp(grade.warmth + PALETTE_GRADE.warmth * warmth, -1, 1),
      saturation: clamp(grade.saturation + PALETTE_GRADE.saturation * (chroma - USUAL.chroma), 0, 2),
      contrast: clamp(grade.contrast + PALETTE_GRADE.contrast * (range - USUAL.range), 0.7, 1.5),
      vignette: grade.vignette,
    },
    tint: { shadow: tintOf(darkest, TINT.shadow), light: tintOf(lightest, TINT.light) },
  };
}

/**
 * Grades a picture; `amount` 0…1 is how much of it. References of people and things take less than the places, so
 * that they stay recognisable. One matrix, and an offset that keeps mid grey for contrast; the tint is a line from
 * shadow to light in each colour.
 */
export function graded(picture: Sharp, { grade, tint }: Look, amount: number, brightness = 1): Sharp {
  const contrast = 1 + (grade.contrast - 1) * amount;
  const saturation = 1 + (grade.saturation - 1) * amount;
  const matrix = [WARM.red, WARM.green, WARM.blue].map((warm, row) => {
    const gain = contrast * brightness * (1 + warm * grade.warmth * amount);
    return LIGHTNESS.map(
      (weight, column) => gain * (weight * (1 - saturation) + (row === column ? saturation : 0)),
    );
  }) as Matrix3x3;
  const offset = PIVOT * brightness * (1 - contrast);
  const shadow = (c: number) => (tint?.shadow[c] ?? 0) * amount * brightness;
  const light = (c: number) => (tint?.light[c] ?? 0) * amount * brightness;
  return picture.recomb(matrix).linear(
    [0, 1, 2].map((c) => 1 + (light(c) - shadow(c)) / 255),
    [0, 1, 2].map((c) => offset + shadow(c)),
  );
}

/** Darkens the corners of raw pixels in place. */
export function darkenCorners({ data, width, height, channels }: RawPixels, strength: number): void {
  const start = VIGNETTE_START ** 2;
  for (let y = 0, at = 0; y < height; y += 1) {
    const dy = (2 * y) / height - 1;
    for (let x = 0; x < width; x += 1, at += channels) {
      const dx = (2 * x) / width - 1;
      const out = (dx * dx + dy * dy) / 2 - start;
      if (out <= 0) continue;
      const light = 1 - Math.min(0.9, strength * VIGNETTE_GAIN) * (out / (1 - start));
      for (let c = 0; c < 3; c += 1) data[at + c] = (data[at + c] as number) * light;
    }
  }
}
