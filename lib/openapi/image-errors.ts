/** How an image may be refused. */
export const IMAGE_ERRORS = [
  'not-found',
  'unsupported-image-type',
  'image-corrupt',
  'image-too-large',
  'image-too-small',
  'insufficient-storage',
] as const;
