import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconMaximize,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconRepeat,
  IconSubtitles,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import type { FilmPlayerState } from '#lib/client/use-film-player.ts';
import { nextStart, previousStart, type TimelinePart } from '#lib/projects/film-timeline.ts';
import { FRAMES_PER_SECOND, timecode } from '#lib/projects/timecode.ts';
import classes from './film.module.css';

type Props = {
  player: FilmPlayerState;
  parts: readonly TimelinePart[];
  /** What fills the screen. */
  frame: RefObject<HTMLDivElement | null>;
  /** Of the picture: "720p". */
  lines: string;
};

export function PlayerControls({ player, parts, frame, lines }: Props) {
  const { time, seconds, isPlaying, isMuted, isLooping, seek } = player;
  const fullScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void frame.current?.requestFullscreen();
  };
  return (
    <div className={classes.controls}>
      <Control label="Previous scene" onClick={() => seek(previousStart(parts, time))}>
        <IconPlayerSkipBack size={18} />
      </Control>
      <button
        type="button"
        className={classes.playButton}
        aria-label={isPlaying ? 'Pause' : 'Play'}
        onClick={player.toggle}
      >
        {isPlaying ? <IconPlayerPauseFilled size={16} /> : <IconPlayerPlayFilled size={16} />}
      </button>
      <Control label="Next scene" onClick={() => seek(nextStart(parts, time))}>
        <IconPlayerSkipForward size={18} />
      </Control>
      <span className={classes.timecode}>
        {timecode(time)} <span className={classes.total}>/ {timecode(seconds)}</span>
      </span>
      <span className={classes.format}>
        {FRAMES_PER_SECOND} fps, {lines}
      </span>
      <Control label={isMuted ? 'Unmute' : 'Mute'} onClick={player.toggleMute}>
        {isMuted ? <IconVolumeOff size={18} /> : <IconVolume size={18} />}
      </Control>
      <Control label="Subtitles" isPressed={player.hasSubtitles} onClick={player.toggleSubtitles}>
        <IconSubtitles size={18} />
      </Control>
      <Control label="Loop" isMinor isPressed={isLooping} onClick={player.toggleLoop}>
        <IconRepeat size={18} />
      </Control>
      <Control label="Full screen" onClick={fullScreen}>
        <IconMaximize size={18} />
      </Control>
    </div>
  );
}

type ControlProps = {
  label: string;
  isPressed?: boolean;
  /** Left out on a phone. */
  isMinor?: boolean;
  onClick: () => void;
  children: ReactNode;
};

function Control({ label, isPressed, isMinor, onClick, children }: ControlProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        aria-pressed={isPressed}
        className={classes.control}
        data-pressed={isPressed || undefined}
        data-minor={isMinor || undefined}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
