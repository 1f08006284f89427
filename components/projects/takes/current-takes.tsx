'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { ProjectDetail } from '#lib/schemas/project.ts';

const TakesPanel = dynamic(() => import('./takes-panel.tsx').then((file) => file.TakesPanel), { ssr: false });

/** The takes of the scene that shows; on a card those of the scene that showed last. */
export function CurrentTakes({ project, current }: { project: ProjectDetail; current: number | null }) {
  const [last, setLast] = useState(0);
  if (current !== null && current !== last) setLast(current);
  const scene = project.scenes.find(({ index }) => index === (current ?? last)) ?? project.scenes[0];
  return scene ? <TakesPanel key={scene.scene_id} project={project} scene={scene} /> : null;
}
