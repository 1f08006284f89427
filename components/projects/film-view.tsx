'use client';
import { useState } from 'react';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './film.module.css';
import { FilmFacts } from './film-facts.tsx';
import { FilmPlayer } from './film-player.tsx';
import { FrozenPanel } from './frozen-panel.tsx';
import { MovedOnPanel } from './moved-on-panel.tsx';
import { NextStepPanel } from './next-step-panel.tsx';
import { ReferencesGrid } from './references-grid.tsx';

/** A film that is there: played, and traced back to what it was made from. */
export function FilmView({ project }: { project: ProjectDetail }) {
  const [sceneIndex, setSceneIndex] = useState<number | null>(null);
  return (
    <div className={classes.layout}>
      <div className={classes.main}>
        <NextStepPanel project={project} />
        <FilmPlayer project={project} onScene={setSceneIndex} />
      </div>
      <aside className={classes.side} aria-label="About this film">
        <MovedOnPanel project={project} />
        <ReferencesGrid project={project} current={sceneIndex} />
        <FilmFacts project={project} />
        <FrozenPanel project={project} />
      </aside>
    </div>
  );
}
