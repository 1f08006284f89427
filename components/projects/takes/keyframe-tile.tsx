import { Button } from '@mantine/core';
import { IconPhotoUp } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Picture } from '#components/ui/picture.tsx';
import { showProblem, showUndo } from '#components/ui/show-undo.tsx';
import { removeOwnKeyframeAction } from '#lib/actions/take-actions.ts';
import { checkOwnKeyframe, type SceneOfFilm, uploadOwnKeyframe } from '#lib/client/upload-own.ts';
import { useOwnUpload } from '#lib/client/use-own-upload.ts';
import { useProjectChange } from '#lib/client/use-project-actions.ts';
import type { ProjectScene } from '#lib/schemas/project.ts';
import type { Fit } from '#lib/schemas/take-values.ts';
import classes from './takes.module.css';

type Props = {
  scene: SceneOfFilm;
  /** From 1, for people. */
  sceneNumber: number;
  frame: ProjectScene['keyframes'][number];
  fit: Fit;
  isRunning: boolean;
};

const WORD = { start: 'Start', end: 'End' } as const;

/** A keyframe that takes a picture of one's own: dropped on it, pasted into it or picked. */
export function KeyframeTile({ scene, sceneNumber, frame, fit, isRunning }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const { position } = frame;
  const remove = useProjectChange(removeOwnKeyframeAction);
  const takeBack = () => remove.mutate([{ ...scene, position }]);
  const upload = useOwnUpload({
    check: checkOwnKeyframe,
    send: (ports) => uploadOwnKeyframe(scene, position, ports),
    onDone: () => showUndo(`${WORD[position]} of scene ${sceneNumber} is your own picture`, takeBack),
    onProblem: showProblem,
  });
  const isBusy = isRunning || upload.share !== null || remove.isPending;
  const isOwn = frame.source === 'uploaded';
  const take = (files: FileList | undefined) => !isBusy && void upload.start(files?.[0], fit);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form
    <div
      role="group"
      aria-label={`${WORD[position]} of scene ${sceneNumber}`}
      className={classes.keyframe}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (isBusy || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
      onPaste={(event) => {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        take(event.clipboardData.files);
      }}
    >
      <span className={classes.keyframeWell} data-busy={upload.share !== null || undefined}>
        {frame.url && <Picture url={frame.url} sizes="176px" alt={`Scene ${sceneNumber}, ${position}`} />}
        {isOver && <span className={classes.drop}>Drop to use it</span>}
      </span>
      <span className={classes.takeLine}>
        <span className={classes.takeName}>{WORD[position]}</span>
        {isOwn && <span className={classes.note}>Own picture</span>}
        {!isOwn && frame.is_stale && <span className={classes.note}>Older text</span>}
        {frame.state === 'waiting' && <span className={classes.note}>Still to be drawn</span>}
      </span>
      <span className={classes.buttons}>
        <Button
          size="compact-sm"
          leftSection={<IconPhotoUp size={14} />}
          disabled={isBusy}
          onClick={() => input.current?.click()}
        >
          Own picture
        </Button>
        {isOwn && (
          <Button size="compact-sm" variant="subtle" color="gray" disabled={isBusy} onClick={takeBack}>
            Back to the made one
          </Button>
        )}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp"
        aria-label={`Own picture for the ${position} of scene ${sceneNumber}`}
        onChange={(event) => {
          take(event.currentTarget.files ?? undefined);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
