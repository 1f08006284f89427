/* What pages need of takes without their schemas, as in `asset-values.ts`. */

export const TAKE_LIMITS = {
  /** Bytes of an own clip. */
  clipBytes: 200 * 1024 * 1024,
  /** Pixels of the longer side of an own clip. */
  clipSide: 8192,
  /** Takes of one scene, deleted ones included. */
  perScene: 99,
} as const;

/** How a picture of another shape comes into the frame: cropped to fill it, or whole. */
export const FITS = ['cover', 'contain'] as const;
export type Fit = (typeof FITS)[number];
