import { type Asset, type AssetType, TAG_PREFIX } from '#lib/schemas/asset.ts';
import type { PlanFilmInput } from '#lib/schemas/film-plan.ts';
import { PROJECT_LIMITS } from '#lib/schemas/project-values.ts';

/** An image of a quick upload, still in this browser. */
export type QuickImageItem = {
  id: string;
  file: File;
  /** Object URL of the file; null: not read yet, or not to be read. */
  url: string | null;
  width: number | null;
  height: number | null;
  name: string;
  type: AssetType;
  /** A person chose the type: what the picture looks like no longer matters. */
  isTypeChosen: boolean;
  /** Why it cannot be sent; null: it can. */
  problem: string | null;
};

export const isSendable = ({ url, problem }: QuickImageItem) => url !== null && problem === null;

/** The tags that the server will give the images: a series per type, numbered in their order. */
export function quickTags(items: readonly QuickImageItem[]): Map<string, string> {
  const last = new Map<AssetType, number>();
  const tags = new Map<string, string>();
  for (const item of items.filter(isSendable)) {
    const number = (last.get(item.type) ?? 0) + 1;
    last.set(item.type, number);
    tags.set(item.id, `${TAG_PREFIX[item.type]}_${String(number).padStart(2, '0')}`);
  }
  return tags;
}

/** The images as the assets they will be, so that they can be mentioned. */
export function quickAssets(items: readonly QuickImageItem[]): Asset[] {
  const tags = quickTags(items);
  return items.flatMap((item, index) => {
    const tag = tags.get(item.id);
    return tag ? [toAsset(item, tag, index)] : [];
  });
}

const NEVER = '1970-01-01T00:00:00.000Z';

const toAsset = ({ id, file, url, width, height, name, type }: QuickImageItem, tag: string, place: number) =>
  ({
    asset_id: id,
    manifest_id: '',
    asset_type: type,
    name: name.trim() || 'Untitled',
    manifest_tag: tag,
    user_tags: [],
    reference_image_url: url,
    thumbnail_url: url,
    image_hash: null,
    width,
    height,
    has_alpha: false,
    placeholder: null,
    file_name: file.name,
    description: '',
    source: 'uploaded',
    sort_order: place,
    is_primary: false,
    source_asset_id: null,
    view_of_asset_id: null,
    view: null,
    analysis_state: 'none',
    analysis_error: null,
    reverse_prompt: null,
    reverse_prompt_origin: null,
    visual_description: null,
    visual_description_origin: null,
    detection_class: null,
    detection_confidence: null,
    is_face_crop: false,
    crop_bbox: null,
    detections: null,
    quality_score: null,
    quality_reasons: null,
    palette: null,
    perceptual_hash: null,
    revision: 1,
    created_at: NEVER,
    updated_at: NEVER,
  }) satisfies Asset;

/** The images as a plan is asked about them. */
export const plannedImages = (assets: readonly Asset[]): NonNullable<PlanFilmInput['images']> =>
  assets.map(({ manifest_tag, name, asset_type, width, height }) => ({
    manifest_tag,
    name,
    asset_type,
    width: width ?? 1,
    height: height ?? 1,
  }));

/** How many more images fit. */
export const roomFor = (items: readonly QuickImageItem[]) =>
  PROJECT_LIMITS.quickUploadImages - items.filter((item) => item.problem === null).length;

/** The list with one image a place nearer to its beginning (-1) or end (1). */
export function moved<T extends { id: string }>(items: readonly T[], id: string, by: -1 | 1): T[] {
  const from = items.findIndex((item) => item.id === id);
  const to = from + by;
  const item = items[from];
  if (!item || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** What a start sends beside the fields of the JSON request. */
export function quickFormData(values: Record<string, unknown>, items: readonly QuickImageItem[]): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(values))
    if (value !== null && value !== undefined) body.append(name, String(value));
  const sent = items.filter(isSendable);
  body.append('image_names', JSON.stringify(sent.map(({ name }) => name.trim() || null)));
  body.append('image_types', JSON.stringify(sent.map(({ type }) => type)));
  for (const { file } of sent) body.append('images[]', file, file.name || 'image');
  return body;
}
