import { useQuery } from '@tanstack/react-query';
import { projectSnapshotOptions } from '#lib/client/project-queries.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';

const NONE: SnapshotAsset[] = [];

/** The assets that a film froze; none while they are read and in a film without a manifest. */
export function useSnapshotAssets({
  project_id,
  snapshot_digest,
}: Pick<ProjectDetail, 'project_id' | 'snapshot_digest'>): SnapshotAsset[] {
  const { data } = useQuery({ ...projectSnapshotOptions(project_id), enabled: snapshot_digest !== null });
  return data?.snapshot.assets ?? NONE;
}

export const imageOf = (asset: SnapshotAsset | undefined): string | null =>
  asset?.image_hash ? `/api/blobs/${asset.image_hash}` : null;
