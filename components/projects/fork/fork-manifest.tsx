import { Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { projectSnapshotOptions } from '#lib/client/project-queries.ts';
import { manifestVersionsOptions } from '#lib/client/version-queries.ts';
import type { ForkValues } from '#lib/projects/fork-input.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import { changeWords, hasMovedOn } from '../snapshot/change-words.ts';

type ForkManifestProps = {
  project: ProjectDetail;
  value: ForkValues['manifest'];
  onChange: (value: ForkValues['manifest']) => void;
};

/** The snapshot of this film again, its manifest as it is in the library now, or another version of it. */
export function ForkManifest({ project, value, onChange }: ForkManifestProps) {
  const { data: answer } = useQuery({
    ...projectSnapshotOptions(project.project_id),
    enabled: project.manifest_id !== null,
  });
  const live = answer?.diff?.live_version ?? null;
  const versions = useInfiniteQuery({
    ...manifestVersionsOptions(project.manifest_id ?? ''),
    enabled: live !== null && live > 1,
  });
  if (project.manifest_id === null || !answer) return null;
  const kept = versions.data?.pages.flatMap((page) => page.items) ?? [];
  const others = kept.filter(({ version }) => version !== live && version !== answer.version);
  return (
    <Select
      label={`Manifest, ${project.manifest_name ?? answer.snapshot.manifest.name}`}
      description={
        live === null
          ? 'It was deleted from the library; this film keeps it.'
          : hasMovedOn(answer.diff)
            ? `Since this film: ${changeWords(answer.diff, answer.snapshot.assets.length)}`
            : 'The library holds the same assets.'
      }
      inputWrapperOrder={['label', 'input', 'description']}
      allowDeselect={false}
      data={[
        { value: 'same', label: `v${answer.version}, as this film froze it` },
        ...(live === null ? [] : [{ value: 'live', label: `v${live}, as it is in the library now` }]),
        ...others.map(({ version, summary }) => ({
          value: String(version),
          label: `v${version}, ${summary}`,
        })),
      ]}
      value={String(value)}
      onChange={(next) => onChange(next === 'same' || next === 'live' ? next : Number(next))}
    />
  );
}
