import { type Asset, type AssetType, type Bbox, CROP_MIN_SIDE } from '#lib/schemas/asset.ts';

/** A part of an image that can be looked at and kept. `confidence` null: nobody guessed. */
export type ImageBox = { key: string; label: string; confidence: number | null; bbox: Bbox };

const SALIENT = 'Salient crop';
/** What the salient crop shows when it is the whole picture, it need not show. Share of the frame. */
const WHOLE_FROM = 0.97;

/** The boxes of an image, largest first, so that the small ones lie on top. */
export function boxesOf(asset: Pick<Asset, 'crop_bbox' | 'detections'>): ImageBox[] {
  const found = (asset.detections ?? []).map((detection, index) => ({ key: `found-${index}`, ...detection }));
  const salient = asset.crop_bbox;
  const isWhole = salient !== null && salient.width * salient.height >= WHOLE_FROM;
  const boxes =
    salient && !isWhole
      ? [{ key: 'salient', label: SALIENT, confidence: null, bbox: salient }, ...found]
      : found;
  const area = ({ bbox }: ImageBox) => bbox.width * bbox.height;
  return boxes.toSorted((a, b) => area(b) - area(a));
}

/** "Figure 1 0.91". */
export const boxTitle = ({ label, confidence }: ImageBox) =>
  confidence === null ? label : `${label} ${confidence.toFixed(2)}`;

/** The first box that no crop was made of yet, as its label tells; the salient crop last. */
export function nextToKeep(boxes: readonly ImageBox[], crops: readonly Asset[]): ImageBox | null {
  const kept = new Set(crops.map((crop) => crop.detection_class));
  const found = boxes.filter((box) => box.confidence !== null && !kept.has(box.label));
  return found.toSorted((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }))[0] ?? null;
}

/** What a crop is called until somebody says otherwise: "Mara, figure 1". */
export function cropName(asset: Pick<Asset, 'name'>, box: ImageBox | null): string {
  const what = !box ? 'detail' : box.key === 'salient' ? 'subject' : box.label.toLowerCase();
  return `${asset.name}, ${what}`;
}

/** A part of a place or a look is a thing in it; a part of anything else is more of the same. */
export const cropType = ({ asset_type }: Pick<Asset, 'asset_type'>): AssetType =>
  asset_type === 'ENVIRONMENT' || asset_type === 'STYLE' ? 'PROP' : asset_type;

/** Where a box lies in its picture, as CSS. */
export const boxStyle = ({ x, y, width, height }: Bbox) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});

/** The scale that shows a picture whole in its place, and not blown up. Sizes in pixels. */
export const fitScale = (
  image: { width: number; height: number },
  place: { width: number; height: number },
) => Math.min(place.width / image.width, place.height / image.height, 1.5);

/** Room around a subject that is cropped to, as a share of its own size, on each side. */
const ROOM = 0.08;

/** A crop of the subject with room around it, as large as a crop must be, inside the image. */
export function subjectBox({
  crop_bbox: box,
  width,
  height,
}: Pick<Asset, 'crop_bbox' | 'width' | 'height'>): Bbox | null {
  if (!box || !width || !height) return null;
  const along = (start: number, length: number, pixels: number) => {
    const wanted = Math.min(1, Math.max(length * (1 + 2 * ROOM), (CROP_MIN_SIDE + 1) / pixels));
    return [Math.min(1 - wanted, Math.max(0, start + (length - wanted) / 2)), wanted] as const;
  };
  const [x, w] = along(box.x, box.width, width);
  const [y, h] = along(box.y, box.height, height);
  return { x, y, width: w, height: h };
}
