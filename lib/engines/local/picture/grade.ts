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

/**
 * Grades a picture as the style guide says; `amount` 0…1 is how much of it. References of people and things take
 * less than the places, so that they stay recognisable. One matrix, and an offset that keeps mid grey for contrast.
 */
export function graded(picture: Sharp, grade: StyleGuide['grade'], amount: number, brightness = 1): Sharp {
  const contrast = 1 + (grade.contrast - 1) * amount;
  const saturation = 1 + (grade.saturation - 1) * amount;
  const matrix = [WARM.red, WARM.green, WARM.blue].map((warm, row) => {
    const gain = contrast * brightness * (1 + warm * grade.warmth * amount);
    return LIGHTNESS.map(
      (weight, column) => gain * (weight * (1 - saturation) + (row === column ? saturation : 0)),
    );
  }) as Matrix3x3;
  return picture.recomb(matrix).linear([1, 1, 1], [0, 0, 0].fill(PIVOT * brightness * (1 - contrast)));
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
