import { nameFromFile, typeFromFile } from '../assets/file-name.ts';
import type { TakenImage } from '../assets/image-intake.ts';
import type { AssetType } from '../schemas/asset.ts';

/** An image given with the prompt. Name and type are those a person gave it; absent or null: not said. */
export type QuickImage = TakenImage & { name?: string | null; assetType?: AssetType | null };

/** Wider than high by so much, an opaque picture is taken for a place. */
const LANDSCAPE = 1.2;

export const nameOf = ({ name, fileName }: QuickImage): string =>
  name ?? (fileName ? nameFromFile(fileName) : 'Untitled');

/** What it is taken for: what its owner says, its file name says, or else its shape; the owner can change it later. */
export function typeOf({ assetType, fileName, hasAlpha, master }: QuickImage): AssetType {
  const named = assetType ?? (fileName && typeFromFile(fileName));
  return named || typeByShape({ hasAlpha, width: master.width, height: master.height });
}

/** The form guesses as the server does, so that the tags it shows are those that will be given. */
export function typeByShape(image: { hasAlpha: boolean; width: number; height: number }): AssetType {
  if (image.hasAlpha) return 'CHARACTER';
  return image.width / image.height >= LANDSCAPE ? 'ENVIRONMENT' : 'OTHER';
}
