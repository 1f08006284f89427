/*
 * What forms and cards need of an asset's rules without its schemas: a page that imports from here (by way of
 * `asset.ts`) does not load the schema library.
 */

export const ASSET_LIMITS = {
  name: 120,
  description: 4000,
  userTags: 50,
  userTag: 60,
  perManifest: 5000,
  sortOrder: 2_147_483_647,
} as const;

/** Files: 10 MiB; pixels: 50 MP and 1…12,000 a side. */
export const IMAGE_LIMITS = {
  bytes: 10 * 1024 * 1024,
  pixels: 50_000_000,
  minSide: 1,
  maxSide: 12_000,
} as const;
export const IMAGE_MEDIA_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export const THUMBNAIL_WIDTHS = [320, 640, 1280] as const;

export const ASSET_TYPES = ['CHARACTER', 'OBJECT', 'ENVIRONMENT', 'PROP', 'STYLE', 'OTHER'] as const;
export type AssetType = (typeof ASSET_TYPES)[number];

/** Prefix of the tag series of each type. */
export const TAG_PREFIX: Record<AssetType, string> = {
  CHARACTER: 'CHAR',
  OBJECT: 'OBJ',
  ENVIRONMENT: 'ENV',
  PROP: 'PROP',
  STYLE: 'STYLE',
  OTHER: 'OTHER',
};

/** Source of a pattern for one tag, such as `CHAR_01`: two digits at least. */
export const MANIFEST_TAG = `(?:${Object.values(TAG_PREFIX).join('|')})_[0-9]{2,}`;

/** Which side of its subject a reference shows. A group of references has at most one of each. */
export const ASSET_VIEWS = ['front', 'three_quarter', 'side', 'full_body'] as const;
export type AssetView = (typeof ASSET_VIEWS)[number];

/** Pixels of the image that each side of a crop has at least. */
export const CROP_MIN_SIDE = 32;
