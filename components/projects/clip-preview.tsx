'use client';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import classes from './run.module.css';

type Props = { src: string; poster: string | null; label: string };

const prefersStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A finished clip: plays while the mouse is over it, or by its button. */
export function ClipPreview({ src, poster, label }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  /** Started by the button: goes on when the mouse leaves. */
  const isKept = useRef(false);
  const play = () => void video.current?.play().catch(() => setIsPlaying(false));
  const pause = () => video.current?.pause();
  const toggle = () => {
    isKept.current = !isPlaying || !isKept.current;
    if (isKept.current) play();
    else pause();
  };
  const onPointer = (event: React.PointerEvent, isOver: boolean) => {
    if (event.pointerType !== 'mouse' || isKept.current || prefersStill()) return;
    if (isOver) play();
    else pause();
  };
  return (
    <div
      className={classes.well}
      onPointerEnter={(event) => onPointer(event, true)}
      onPointerLeave={(event) => onPointer(event, false)}
    >
      <video
        ref={video}
        src={src}
        poster={poster ?? undefined}
        muted
        loop
        playsInline
        preload={poster ? 'none' : 'metadata'}
        tabIndex={-1}
        aria-hidden
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
      />
      <button
        type="button"
        className={classes.play}
        aria-label={`${isPlaying ? 'Pause' : 'Play'} ${label}`}
        onClick={toggle}
      >
        {isPlaying ? <IconPlayerPauseFilled size={14} /> : <IconPlayerPlayFilled size={14} />}
      </button>
    </div>
  );
}
