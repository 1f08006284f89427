'use client';
import { useCallback, useEffect, useRef, useState } from 'react';

/** A video element and its state. The time follows every frame while it plays. */
export function useFilmPlayer(knownSeconds: number) {
  const video = useRef<HTMLVideoElement>(null);
  const track = useRef<HTMLTrackElement>(null);
  const [time, setTime] = useState(0);
  const [seconds, setSeconds] = useState(knownSeconds);
  const [isPlaying, setIsPlaying] = useState(false);
  const [isMuted, setIsMuted] = useState(false);
  const [isLooping, setIsLooping] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const [hasSubtitles, setHasSubtitles] = useState(false);

  useEffect(() => {
    if (!isPlaying) return;
    let frame = requestAnimationFrame(function follow() {
      setTime(video.current?.currentTime ?? 0);
      frame = requestAnimationFrame(follow);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying]);

  const seek = useCallback((to: number) => {
    const element = video.current;
    if (!element) return;
    element.currentTime = Math.max(0, Math.min(to, element.duration || to));
    setTime(element.currentTime);
  }, []);
  const toggle = useCallback(() => {
    const element = video.current;
    if (!element) return;
    // A play that a pause overtakes rejects; the events tell the state.
    if (element.paused) element.play().catch(() => {});
    else element.pause();
  }, []);
  const toggleMute = useCallback(() => {
    if (video.current) video.current.muted = !video.current.muted;
  }, []);
  const toggleLoop = useCallback(() => setIsLooping((loops) => !loops), []);
  const toggleSubtitles = useCallback(() => setHasSubtitles((has) => !has), []);
  // A hidden track is loaded by no browser: the words are asked for when they are first wanted.
  useEffect(() => {
    if (track.current) track.current.track.mode = hasSubtitles ? 'showing' : 'disabled';
  }, [hasSubtitles]);

  const events = {
    onPlay: () => setIsPlaying(true),
    onPause: () => setIsPlaying(false),
    onEnded: () => setIsPlaying(false),
    onTimeUpdate: () => setTime(video.current?.currentTime ?? 0),
    onSeeked: () => setTime(video.current?.currentTime ?? 0),
    onVolumeChange: () => setIsMuted(video.current?.muted ?? false),
    onLoadedMetadata: () => {
      const element = video.current;
      setSeconds(element?.duration || knownSeconds);
      // A film that was stitched again takes the place of the one before, and stands where that stood.
      if (element && time > 0) element.currentTime = Math.min(time, element.duration || time);
      setIsPlaying(element !== null && !element.paused);
      setHasFailed(false);
    },
    onError: () => setHasFailed(true),
  };
  return {
    video,
    track,
    events,
    time,
    seconds,
    isPlaying,
    isMuted,
    isLooping,
    hasFailed,
    hasSubtitles,
    seek,
    toggle,
    toggleMute,
    toggleLoop,
    toggleSubtitles,
  };
}

export type FilmPlayerState = ReturnType<typeof useFilmPlayer>;
