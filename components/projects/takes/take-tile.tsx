import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCircleCheck, IconTrash } from '@tabler/icons-react';
import { type Take, takeNote, takeOrigin } from '#lib/projects/take-words.ts';
import classes from './takes.module.css';

type Props = {
  take: Take;
  filmSeed: number;
  isRunning: boolean;
  onChoose: () => void;
  onDelete: () => void;
};

/** One take: its first frame, what is particular about it, and whether the film uses it. */
export function TakeTile({ take, filmSeed, isRunning, onChoose, onDelete }: Props) {
  const note = takeNote(take, isRunning);
  const isDone = take.state === 'done' && take.url !== null;
  const isMaking = take.state === 'running' && isRunning;
  return (
    <li className={classes.take} data-chosen={take.is_chosen || undefined}>
      <button
        type="button"
        className={classes.takeButton}
        aria-pressed={take.is_chosen}
        aria-label={`Take ${take.take}`}
        aria-describedby={`take-${take.clip_id}`}
        disabled={!isDone}
        onClick={onChoose}
      >
        <span className={classes.takeWell}>
          {isDone ? (
            <video
              src={take.url ? `${take.url}#t=0.01` : undefined}
              preload="metadata"
              muted
              playsInline
              tabIndex={-1}
              aria-hidden
            />
          ) : (
            <span className={classes.takeState} data-failed={take.state === 'failed' || undefined}>
              {note}
            </span>
          )}
          {isMaking && (
            <span className={classes.progress} aria-hidden>
              <span style={{ width: `${take.progress * 100}%` }} />
            </span>
          )}
        </span>
      </button>
      <div className={classes.takeLine} id={`take-${take.clip_id}`}>
        <span className={classes.takeName}>Take {take.take}</span>
        {take.is_chosen && (
          <span className={classes.chosen}>
            <IconCircleCheck size={14} aria-hidden /> In the film
          </span>
        )}
        {isDone && note && <span className={classes.note}>{note}</span>}
        <span className={classes.mono}>{takeOrigin(take, filmSeed)}</span>
        {take.state === 'failed' && <span className={classes.reason}>{take.error}</span>}
      </div>
      {!take.is_chosen && !isRunning && (
        <Tooltip label={`Delete take ${take.take}`}>
          <ActionIcon className={classes.delete} aria-label={`Delete take ${take.take}`} onClick={onDelete}>
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
