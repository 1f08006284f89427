'use client';
import { useMemo } from 'react';
import { useFilmPlayer } from '#lib/client/use-film-player.ts';
import { filmTimeline, partAt, scenesAsFilmed } from '#lib/projects/film-timeline.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './film.module.css';
import { FilmFacts } from './film-facts.tsx';
import { FilmPlayer } from './film-player.tsx';
import { ForkFamily } from './fork/fork-family.tsx';
import { FrozenPanel } from './frozen-panel.tsx';
import { MovedOnPanel } from './moved-on-panel.tsx';
import { NextStepPanel } from './next-step-panel.tsx';
import { ReferencesGrid } from './references-grid.tsx';
import { OutOfDateBar } from './scenes/out-of-date-bar.tsx';
import { CurrentTakes } from './takes/current-takes.tsx';

/** A film that is there: played, and traced back to what it was made from. */
export function FilmView({ project }: { project: ProjectDetail }) {
  const player = useFilmPlayer(project.film_seconds ?? project.total_duration);
  const parts = useMemo(
    () => filmTimeline(scenesAsFilmed(project), player.seconds),
    [project, player.seconds],
  );
  const sceneIndex = partAt(parts, player.time)?.sceneIndex ?? null;
  // This renders on every frame while the film plays; what stands around the player changes with the scene at most.
  const nextStep = useMemo(
    () => (
      <>
        <NextStepPanel project={project} />
        <OutOfDateBar project={project} />
      </>
    ),
    [project],
  );
  const about = useMemo(
    () => (
      <aside className={classes.side} aria-label="About this film">
        <MovedOnPanel project={project} />
        <ReferencesGrid project={project} current={sceneIndex} />
        <FilmFacts project={project} />
        <ForkFamily project={project} />
        <FrozenPanel project={project} />
      </aside>
    ),
    [project, sceneIndex],
  );
  const takes = useMemo(() => <CurrentTakes project={project} current={sceneIndex} />, [project, sceneIndex]);
  return (
    <div className={classes.layout}>
      <div className={classes.main}>
        {nextStep}
        <FilmPlayer project={project} player={player} parts={parts} sceneIndex={sceneIndex} />
        {takes}
      </div>
      {about}
    </div>
  );
}
