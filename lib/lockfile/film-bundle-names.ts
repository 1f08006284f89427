/** The file in a film's bundle that says what the others are for. */
export const LOCKFILE_NAME = 'lockfile.json';

/** Where a film's bundle has a file of a type. */
export const BUNDLE_PLACES: Readonly<Record<string, { folder: string; extension: string }>> = {
  'image/png': { folder: 'images', extension: 'png' },
  'image/jpeg': { folder: 'images', extension: 'jpg' },
  'image/webp': { folder: 'images', extension: 'webp' },
  'video/mp4': { folder: 'media', extension: 'mp4' },
};
