import { type TakenImage, takeImage } from '../assets/image-intake.ts';
import { AppError } from '../errors.ts';
import { type BundleImage, imageFileName } from '../schemas/bundle.ts';
import type { OpenBundle } from './read-bundle.ts';

/** As many as are decoded at once: what waits behind them stays packed. */
const AT_ONCE = 2;

/**
 * Takes images of a bundle in as an upload would be, a few at a time. The first that is refused ends it; those that
 * were stored before are left to the sweeper.
 * @throws AppError validation-failed with the image's name; whatever is wrong on our side
 */
export async function takeImages(
  images: BundleImage[],
  { bundle, extract }: OpenBundle,
): Promise<Map<string, TakenImage>> {
  const taken = new Map<string, TakenImage>();
  const waiting = [...images];
  const takeNext = async () => {
    for (let image = waiting.shift(); image; image = waiting.shift()) {
      try {
        taken.set(image.sha256, await takeImage({ path: await extract(image) }));
      } catch (error) {
        waiting.length = 0;
        throw named(error, image, bundle.images.indexOf(image));
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, takeNext));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
  return taken;
}

function named(error: unknown, image: BundleImage, place: number): unknown {
  if (!(error instanceof AppError) || error.status >= 500 || error.code === 'validation-failed') return error;
  const detail = error.detail ?? 'This image cannot be used.';
  return new AppError('validation-failed', {
    detail: `${imageFileName(image)}: ${detail}`,
    errors: [{ pointer: `#/images/${place}`, code: error.code, detail }],
    cause: error,
  });
}
