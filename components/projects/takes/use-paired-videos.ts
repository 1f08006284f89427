import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Seconds by which one may be off before it is set right: less is not seen, and each setting costs a frame. */
const SLACK = 1 / 30;

export type PairedVideos = {
  left: RefObject<HTMLVideoElement | null>;
  right: RefObject<HTMLVideoElement | null>;
  time: number;
  isPlaying: boolean;
  toggle: () => void;
  seek: (seconds: number) => void;
};

/** Two videos that play, pause and jump as one. The left one leads; both begin again together. */
export function usePairedVideos(seconds: number): PairedVideos {
  const left = useRef<HTMLVideoElement>(null);
  const right = useRef<HTMLVideoElement>(null);
  const [time, setTime] = useState(0);
  const [isPlaying, setIsPlaying] = useState(false);

  const both = useCallback((act: (video: HTMLVideoElement) => void) => {
    for (const video of [left.current, right.current]) if (video) act(video);
  }, []);
  const seek = useCallback(
    (to: number) => {
      const at = Math.max(0, Math.min(seconds, to));
      both((video) => {
        video.currentTime = Math.min(at, video.duration || at);
      });
      setTime(at);
    },
    [both, seconds],
  );
  const toggle = useCallback(() => {
    if (left.current && left.current.currentTime >= seconds - SLACK) seek(0);
    setIsPlaying((plays) => !plays);
  }, [seek, seconds]);

  useEffect(() => {
    if (!isPlaying) return both((video) => video.pause());
    // A play that a pause overtakes rejects; the state tells.
    both((video) => void video.play().catch(() => {}));
    let frame = requestAnimationFrame(function follow() {
      const lead = left.current;
      const other = right.current;
      if (lead) {
        setTime(lead.currentTime);
        if (lead.currentTime >= seconds - SLACK / 2 || lead.ended) return setIsPlaying(false);
        const isOff = other && Math.abs(other.currentTime - lead.currentTime) > SLACK;
        if (isOff && !other.seeking && !other.ended) other.currentTime = lead.currentTime;
      }
      frame = requestAnimationFrame(follow);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, both, seconds]);

  return { left, right, time, isPlaying, toggle, seek };
}
