import type { ErrorCode } from '../errors.ts';
import type { IMAGE_MEDIA_TYPES, THUMBNAIL_WIDTHS } from '../schemas/asset.ts';

export type ImageMediaType = (typeof IMAGE_MEDIA_TYPES)[number];
export type ThumbnailWidth = (typeof THUMBNAIL_WIDTHS)[number];

/** Where the decoder reads the file and where it writes what came of it. */
export type DecodePaths = { source: string; master: string; thumbs: Record<ThumbnailWidth, string> };

/** Pixels of the decoded image to cut out. */
export type Region = { left: number; top: number; width: number; height: number };

export type DecodedImage = {
  /** Pixels of the master. */
  master: { mediaType: ImageMediaType; width: number; height: number };
  thumbs: Record<ThumbnailWidth, { width: number; height: number }>;
  hasAlpha: boolean;
  /** ThumbHash of the master, base64. */
  placeholder: string;
  isAnimated: boolean;
};

/** Parent to child. */
export type DecodeRequest = { id: number; paths: DecodePaths; region?: Region };

/** Child to parent. `refused`: the image is not acceptable. `failed`: the decoder could not do its work. */
export type DecodeReply =
  | { id: number; kind: 'decoded'; image: DecodedImage }
  | { id: number; kind: 'refused'; code: ErrorCode; detail: string }
  | { id: number; kind: 'failed'; errno: string | null; reason: string };
