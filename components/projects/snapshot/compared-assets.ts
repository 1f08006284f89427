import type { SnapshotAnswer } from '#lib/schemas/project.ts';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import type { ChangedField, VersionComparison } from '#lib/schemas/version.ts';

type Touched = NonNullable<SnapshotAnswer['diff']>['touched'][number];

/** An asset as the film froze it and as it is now, in the shape that versions are compared in. */
export type ComparedSnapshotAsset = VersionComparison['assets'][number] & {
  tag: string;
  asset: SnapshotAsset;
  touched: Touched | undefined;
};

/** What differs between a film's snapshot and the library: changed first, then removed, then added. */
export function comparedAssets({ snapshot, diff }: SnapshotAnswer): ComparedSnapshotAsset[] {
  if (!diff) return [];
  const then = new Map(snapshot.assets.map((asset) => [asset.manifest_tag, asset]));
  const now = new Map(diff.live_assets.map((asset) => [asset.manifest_tag, asset]));
  const touched = new Map(diff.touched.map((each) => [each.manifest_tag, each]));
  const compare = (kind: ComparedSnapshotAsset['kind'], tag: string, fields: string[] = []) => {
    const [from, to] = [then.get(tag) ?? null, now.get(tag) ?? null];
    const asset = to ?? from;
    if (!asset) return [];
    return [{ kind, tag, asset, fields: fields as ChangedField[], from, to, touched: touched.get(tag) }];
  };
  return [
    ...diff.changed.flatMap(({ manifest_tag, fields }) => compare('changed', manifest_tag, fields)),
    ...diff.removed.flatMap((tag) => compare('removed', tag)),
    ...diff.added.flatMap((tag) => compare('added', tag)),
  ];
}
