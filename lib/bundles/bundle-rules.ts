import type { FieldError } from '../errors.ts';
import { formatTag } from '../manifests/tags.ts';
import { TAG_PREFIX } from '../schemas/asset.ts';
import type { Bundle, BundleAsset, BundleManifest } from '../schemas/bundle.ts';

const ERRORS_MAX = 100;

/** The rules of a bundle that span fields, as the database has them. Empty: it is sound. */
export function bundleRules({ manifests, images }: Bundle): FieldError[] {
  const listed = new Set(images.map((image) => image.sha256));
  const named = new Set(manifests.flatMap((m) => m.assets.map((asset) => asset.image)));
  const seen = new Set<string>();
  const errors = images.flatMap(({ sha256 }, i): FieldError[] => {
    if (isSeen(seen, sha256)) return [at(`#/images/${i}`, 'repeated', 'is listed more than once')];
    return named.has(sha256) ? [] : [at(`#/images/${i}`, 'unused', 'is an image of no asset')];
  });
  for (const [i, manifest] of manifests.entries())
    errors.push(...manifestErrors(manifest, `#/manifests/${i}`, listed));
  return errors.slice(0, ERRORS_MAX);
}

const at = (pointer: string, code: string, detail: string): FieldError => ({ pointer, code, detail });

function manifestErrors(
  manifest: BundleManifest,
  pointer: string,
  images: ReadonlySet<string>,
): FieldError[] {
  const byTag = new Map(manifest.assets.map((asset) => [asset.tag, asset]));
  const seen = { tags: new Set<string>(), views: new Set<string>(), primaries: new Set<string>() };
  return manifest.assets.flatMap((asset, i) => {
    const errors: FieldError[] = [];
    const wrong = (field: keyof BundleAsset, code: string, detail: string) =>
      errors.push(at(`${pointer}/assets/${i}/${field}`, code, detail));
    const prefix = TAG_PREFIX[asset.type];
    const number = Number(asset.tag.slice(asset.tag.lastIndexOf('_') + 1));
    const last = (manifest.tag_counters as Record<string, number | undefined>)[prefix] ?? 0;
    if (formatTag(prefix, number) !== asset.tag || number < 1)
      wrong('tag', 'tag-of-another-type', `must be ${prefix}_ and a number, as the type says`);
    else if (number > last) wrong('tag', 'above-counter', `is above the counter of ${prefix}`);
    if (seen.tags.has(asset.tag)) wrong('tag', 'repeated', 'is the tag of another asset too');
    seen.tags.add(asset.tag);
    if (asset.image !== null && !images.has(asset.image))
      wrong('image', 'not-found', 'is not listed in images');
    if (asset.image === null && asset.analysed)
      wrong('analysed', 'not-valid', 'cannot be true without an image');
    if (asset.cropped_from !== null && (asset.cropped_from === asset.tag || !byTag.has(asset.cropped_from)))
      wrong('cropped_from', 'not-found', 'is not another asset of this manifest');
    const leader = asset.view_of === null ? null : byTag.get(asset.view_of);
    if (asset.view_of !== null && (!leader || leader === asset || leader.view_of !== null))
      wrong('view_of', 'not-found', 'is not another asset of this manifest that leads its group');
    const group = asset.view_of ?? asset.tag;
    if (asset.view !== null && isSeen(seen.views, `${group} ${asset.view}`))
      wrong('view', 'repeated', 'is the view of another asset of the group too');
    if (asset.primary && isSeen(seen.primaries, group))
      wrong('primary', 'repeated', 'is true of another asset of the group too');
    return errors;
  });
}

function isSeen(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}
