import type { FilmPlayerState } from '#lib/client/use-film-player.ts';
import type { TimelinePart } from '#lib/projects/film-timeline.ts';
import { partAt } from '#lib/projects/film-timeline.ts';
import { timecode } from '#lib/projects/timecode.ts';
import classes from './film.module.css';

/** Seconds that an arrow key moves the playhead. */
const KEY_STEP = 1;

type Props = { player: FilmPlayerState; parts: readonly TimelinePart[] };

/** The film's bar, cut where scenes begin, with the playhead. */
export function PlayerBar({ player, parts }: Props) {
  const { time, seconds, seek } = player;
  const seekTo = (event: React.PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    seek(((event.clientX - box.left) / box.width) * seconds);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const to = { ArrowLeft: time - KEY_STEP, ArrowRight: time + KEY_STEP, Home: 0, End: seconds }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    seek(to);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-valuemin={0}
      aria-valuemax={Math.round(seconds * 10) / 10}
      aria-valuenow={Math.round(time * 10) / 10}
      aria-valuetext={`${timecode(time)}, ${partAt(parts, time)?.label ?? ''}`}
      className={classes.bar}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && seekTo(event)}
    >
      <div className={classes.parts}>
        {parts.map((part) => (
          <span key={part.from} style={{ flex: `${part.to - part.from} 1 0` }} title={part.label}>
            <span style={{ width: `${shareOf(part, time) * 100}%` }} />
          </span>
        ))}
      </div>
      <span className={classes.playhead} style={{ left: `${seconds > 0 ? (time / seconds) * 100 : 0}%` }} />
    </div>
  );
}

const shareOf = ({ from, to }: TimelinePart, time: number) =>
  Math.max(0, Math.min(1, (time - from) / Math.max(0.001, to - from)));
