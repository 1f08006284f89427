import { useEffect, useRef } from 'react';
import { Picture } from '#components/ui/picture.tsx';
import { isSceneStale } from '#lib/projects/out-of-date.ts';
import type { ProjectScene } from '#lib/schemas/project.ts';
import classes from './film.module.css';
import { StaleMark } from './scenes/stale-mark.tsx';

type Props = {
  scenes: ProjectScene[];
  current: number | null;
  onSelect: (scene: ProjectScene) => void;
};

/** The scenes as a strip of stills; the one on screen is marked. */
export function FilmThumbnails({ scenes, current, onSelect }: Props) {
  const strip = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const list = strip.current;
    const item = list?.children[current ?? -1];
    if (!list || !(item instanceof HTMLElement)) return;
    const overflow = item.offsetLeft + item.offsetWidth - list.clientWidth - list.scrollLeft;
    // Only the strip scrolls: scrollIntoView would move the page as well.
    if (overflow > 0) list.scrollLeft += overflow + 8;
    else if (item.offsetLeft < list.scrollLeft) list.scrollLeft = item.offsetLeft - 8;
  }, [current]);
  return (
    <ol ref={strip} className={classes.thumbnails} aria-label="Scenes">
      {scenes.map((scene) => {
        const still = scene.keyframes.find((each) => each.url)?.url;
        return (
          <li key={scene.scene_id}>
            <button
              type="button"
              className={classes.thumbnail}
              aria-current={scene.index === current ? 'true' : undefined}
              onClick={() => onSelect(scene)}
            >
              <span className={classes.thumbnailWell}>
                {still && <Picture url={still} sizes="176px" />}
                {isSceneStale(scene) && <StaleMark />}
              </span>
              <span className={classes.thumbnailLabel}>
                <span className={classes.number}>{scene.index + 1}</span>
                {scene.title}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
