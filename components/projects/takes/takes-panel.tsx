'use client';
import { Button, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconColumns2 } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { showUndo } from '#components/ui/show-undo.tsx';
import { chooseTakeAction, removeTakeAction, restoreTakeAction } from '#lib/actions/take-actions.ts';
import { useProjectChange } from '#lib/client/use-project-actions.ts';
import { isActive } from '#lib/projects/project-state.ts';
import { playable } from '#lib/projects/take-words.ts';
import type { ProjectDetail, ProjectScene } from '#lib/schemas/project.ts';
import type { Fit } from '#lib/schemas/take-values.ts';
import { KeyframeTile } from './keyframe-tile.tsx';
import { OwnClipButton } from './own-clip-button.tsx';
import { TakeTile } from './take-tile.tsx';
import classes from './takes.module.css';

const CompareTakes = dynamic(() => import('./compare-takes.tsx').then((file) => file.CompareTakes), {
  ssr: false,
});

const FIT_WORDS = [
  { value: 'cover', label: 'Fill the frame' },
  { value: 'contain', label: 'Show whole' },
];

/** The takes of a shot and its keyframes: choose, compare, delete, and put one's own in their place. */
export function TakesPanel({ project, scene }: { project: ProjectDetail; scene: ProjectScene }) {
  const [isComparing, compare] = useDisclosure(false);
  const [fit, setFit] = useState<Fit>('cover');
  const choose = useProjectChange(chooseTakeAction);
  const remove = useProjectChange(removeTakeAction);
  const restore = useProjectChange(restoreTakeAction);
  const address = { projectId: project.project_id, sceneId: scene.scene_id };
  const isRunning = isActive(project);
  const number = scene.index + 1;
  const onDelete = (take: number) =>
    remove.mutate([{ ...address, take }], {
      onSuccess: () => showUndo(`Take ${take} deleted`, () => restore.mutate([{ ...address, take }])),
    });
  const shared = { scene: address, sceneNumber: number, fit, isRunning };
  return (
    <section className={classes.panel} aria-label={`Takes of scene ${number}`}>
      <div className={classes.head}>
        <h2>Takes of scene {number}</h2>
        <OwnClipButton {...shared} />
        <Button
          size="compact-sm"
          leftSection={<IconColumns2 size={14} />}
          disabled={playable(scene).length < 2}
          onClick={compare.open}
        >
          Compare
        </Button>
      </div>
      <ol className={classes.takes} aria-label="Takes">
        {scene.clips.map((take) => (
          <TakeTile
            key={take.clip_id}
            take={take}
            filmSeed={project.seed}
            isRunning={isRunning}
            onChoose={() => choose.mutate([{ ...address, take: take.take }])}
            onDelete={() => onDelete(take.take)}
          />
        ))}
      </ol>
      <div className={classes.head}>
        <h3>Keyframes</h3>
        <SegmentedControl
          size="xs"
          aria-label="How an own picture or clip of another shape comes into the frame"
          value={fit}
          onChange={(value) => setFit(value === 'contain' ? 'contain' : 'cover')}
          data={FIT_WORDS}
        />
      </div>
      <div className={classes.keyframes}>
        {scene.keyframes.map((frame) => (
          <KeyframeTile key={frame.keyframe_id} frame={frame} {...shared} />
        ))}
      </div>
      {isComparing && (
        <CompareTakes
          scene={scene}
          filmSeed={project.seed}
          isBusy={choose.isPending}
          onChoose={(take) => choose.mutate([{ ...address, take }])}
          onClose={compare.close}
        />
      )}
    </section>
  );
}
