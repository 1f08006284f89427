'use client';
import { useRef } from 'react';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import type { FilmPlayerState } from '#lib/client/use-film-player.ts';
import { partAt, type TimelinePart } from '#lib/projects/film-timeline.ts';
import { frameSize, type ProjectDetail, type ProjectScene } from '#lib/schemas/project.ts';
import classes from './film.module.css';
import { FilmThumbnails } from './film-thumbnails.tsx';
import { sized } from './image-url.ts';
import { PlayerBar } from './player-bar.tsx';
import { PlayerControls } from './player-controls.tsx';
import { SceneTools } from './scenes/scene-tools.tsx';
import { usePlayerKeys } from './use-player-keys.ts';

type Props = {
  project: ProjectDetail;
  player: FilmPlayerState;
  parts: readonly TimelinePart[];
  /** The scene that shows; null on a card. */
  sceneIndex: number | null;
};

/** The film with its scenes marked: play, jump, loop, full screen, by mouse and by keys. */
export function FilmPlayer({ project, player, parts, sceneIndex }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const part = partAt(parts, player.time);
  const scene = project.scenes.find((each) => each.index === sceneIndex);
  usePlayerKeys(player, parts);
  const seekScene = ({ index, starts_at }: ProjectScene) =>
    player.seek(parts.find((each) => each.sceneIndex === index)?.from ?? starts_at);
  const { width, height } = frameSize(project.aspect_ratio, project.resolution);
  return (
    <section aria-label="Film">
      <div ref={frame} className={classes.frame}>
        <div className={classes.screen} style={{ '--film-ratio': width / height } as React.CSSProperties}>
          <video
            // By its hash: a film that is stitched again is another file, and the player takes it as such.
            key={project.film_hash}
            ref={player.video}
            src={`/api/blobs/${project.film_hash}`}
            poster={
              project.thumbnail_url ? sized(project.thumbnail_url.split('?')[0] ?? '', 1280) : undefined
            }
            width={width}
            height={height}
            playsInline
            preload="metadata"
            loop={player.isLooping}
            aria-label={project.title}
            tabIndex={-1}
            onClick={player.toggle}
            {...player.events}
          >
            <track
              ref={player.track}
              kind="subtitles"
              label="Subtitles"
              srcLang="und"
              src={`/api/projects/${project.project_id}/subtitles.vtt`}
            />
          </video>
          {part && player.time > 0 && <span className={classes.screenLabel}>{part.label}</span>}
          {player.hasFailed && (
            <p role="alert" className={classes.screenError}>
              The film cannot be played here. Download it instead.
            </p>
          )}
        </div>
        <PlayerBar player={player} parts={parts} />
        <PlayerControls player={player} parts={parts} frame={frame} lines={project.resolution} />
      </div>
      <FilmThumbnails scenes={project.scenes} current={sceneIndex} onSelect={seekScene} />
      <div className={classes.sceneLine}>
        <span className={classes.quiet}>{scene ? `Scene ${scene.index + 1}` : part?.label}</span>
        {scene && <span>{scene.description}</span>}
        {scene?.placements.map(({ tag, asset_type, name }) => (
          <TagChip key={tag} tag={tag} type={asset_type} title={name} />
        ))}
        <SceneTools project={project} scene={scene} />
      </div>
    </section>
  );
}
