import sharp from 'sharp';
import type { Fit } from '../schemas/take-values.ts';

/** The surround of a picture that is shown whole: blurred so far that nothing in it asks to be looked at. */
const SURROUND = { sigma: 24, brightness: 0.6 };

/**
 * A picture in the shape of the frame, as PNG: `cover` crops it around its middle, `contain` shows it whole over a
 * blurred copy of itself. See-through parts become black.
 */
export async function fitFrame(
  image: Buffer,
  { width, height }: { width: number; height: number },
  fit: Fit,
): Promise<Buffer> {
  const flat = () => sharp(image).flatten({ background: '#000' }).toColourspace('srgb');
  const filled = flat().resize(width, height, { fit: 'cover' });
  if (fit === 'cover') return filled.png({ compressionLevel: 3 }).toBuffer();
  const ground = filled.blur(SURROUND.sigma).modulate({ brightness: SURROUND.brightness });
  const whole = await flat().resize(width, height, { fit: 'inside' }).png({ compressionLevel: 0 }).toBuffer();
  return ground
    .composite([{ input: whole }])
    .png({ compressionLevel: 3 })
    .toBuffer();
}
