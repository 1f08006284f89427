import { Input, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { projectSnapshotOptions } from '#lib/client/project-queries.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import { changeWords, hasMovedOn } from '../snapshot/change-words.ts';
import classes from './fork.module.css';

type ForkManifestProps = {
  project: ProjectDetail;
  value: 'same' | 'live';
  onChange: (value: 'same' | 'live') => void;
};

/** The snapshot of this film again, or its manifest as it is in the library now. */
export function ForkManifest({ project, value, onChange }: ForkManifestProps) {
  const { data: answer } = useQuery({
    ...projectSnapshotOptions(project.project_id),
    enabled: project.manifest_id !== null,
  });
  if (project.manifest_id === null || !answer) return null;
  const live = answer.diff?.live_version ?? null;
  return (
    <div>
      <Input.Label component="span" id="fork-manifest">
        {project.manifest_name ?? answer.snapshot.manifest.name}
      </Input.Label>
      <SegmentedControl
        fullWidth
        aria-labelledby="fork-manifest"
        aria-describedby="fork-manifest-note"
        data={[
          { value: 'same', label: `v${answer.version}, as this film froze it` },
          {
            value: 'live',
            label: live === null ? 'Deleted from the library' : `v${live}, as it is now`,
            disabled: live === null,
          },
        ]}
        value={value}
        onChange={(next) => onChange(next === 'live' ? 'live' : 'same')}
      />
      <p id="fork-manifest-note" className={classes.note}>
        {hasMovedOn(answer.diff)
          ? `Since then: ${changeWords(answer.diff, answer.snapshot.assets.length)}`
          : 'The library holds the same assets.'}
      </p>
    </div>
  );
}
