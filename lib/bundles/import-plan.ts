import type {
  BundleAsset,
  BundleManifest,
  ImportChoice,
  ImportPreviewItem,
  ImportQuery,
} from '../schemas/bundle.ts';
import type { Clash, ClashAsset, KnownImage } from './import-repo.ts';

/** Two assets are the same to a merge when image, type and name are. */
const sameness = (image: string | null, type: string, name: string) => JSON.stringify([image, type, name]);

/** Which assets of a bundle a manifest has already, by their tag in the bundle; each stands for one. */
export function matchAssets(assets: BundleAsset[], present: ClashAsset[]): Map<string, ClashAsset> {
  const free = new Map<string, ClashAsset[]>();
  for (const asset of present) {
    const key = sameness(asset.originalHash, asset.assetType, asset.name);
    free.set(key, [...(free.get(key) ?? []), asset]);
  }
  return new Map(
    assets.flatMap((asset) => {
      const match = free.get(sameness(asset.image, asset.type, asset.name))?.shift();
      return match ? [[asset.tag, match]] : [];
    }),
  );
}

export const choiceFor = ({ on_clash, choices }: ImportQuery, index: number): ImportChoice =>
  choices?.get(index) ?? on_clash;

type Surroundings = {
  clash: Clash | undefined;
  clashAssets: ClashAsset[];
  known: ReadonlyMap<string, KnownImage>;
  freeName: (name: string) => string;
};

export function previewItem(
  manifest: BundleManifest,
  index: number,
  { clash, clashAssets, known, freeName }: Surroundings,
): ImportPreviewItem {
  const same = matchAssets(manifest.assets, clashAssets);
  const count = manifest.assets.length;
  return {
    index,
    name: manifest.name,
    asset_count: count,
    known_image_count: manifest.assets.filter((asset) => asset.image && known.has(asset.image)).length,
    clash: clash ? { manifest_id: clash.id, name: clash.name, asset_count: clash.assetCount } : null,
    choices: clash
      ? {
          rename: { name: freeName(manifest.name), added: count },
          merge: { added: count - same.size, left_alone: same.size },
        }
      : null,
    assets: manifest.assets.map(({ tag, type, name, image }) => ({
      tag,
      type,
      name,
      state: same.has(tag) ? 'same' : 'new',
      is_image_known: image === null ? null : known.has(image),
    })),
  };
}
