import { useEffect } from 'react';
import type { FilmPlayerState } from '#lib/client/use-film-player.ts';
import { nextStart, previousStart, type TimelinePart } from '#lib/projects/film-timeline.ts';
import { FRAMES_PER_SECOND } from '#lib/projects/timecode.ts';

const TYPES = 'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="slider"]';

/** Space plays, C shows subtitles, arrows jump between scenes, with shift they step one frame. Not while a field or menu has the keys. */
export function usePlayerKeys(player: FilmPlayerState, parts: readonly TimelinePart[]): void {
  const { toggle, toggleSubtitles, seek, video } = player;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.metaKey || event.altKey || target?.closest(TYPES)) return;
      const at = video.current?.currentTime ?? 0;
      if (event.key === ' ') {
        if (target?.closest('button, a')) return;
        toggle();
      } else if (event.key.toLowerCase() === 'c') {
        toggleSubtitles();
      } else if (event.key === 'ArrowLeft') {
        seek(event.shiftKey ? at - 1 / FRAMES_PER_SECOND : previousStart(parts, at));
      } else if (event.key === 'ArrowRight') {
        seek(event.shiftKey ? at + 1 / FRAMES_PER_SECOND : nextStart(parts, at));
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [toggle, toggleSubtitles, seek, video, parts]);
}
