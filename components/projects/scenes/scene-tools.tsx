import { memo } from 'react';
import { isActive } from '#lib/projects/project-state.ts';
import type { ProjectDetail, ProjectScene } from '#lib/schemas/project.ts';
import { RedoClip } from '../takes/redo-clip.tsx';
import { ArrangeButton } from './arrange-button.tsx';
import { EditSceneButton } from './edit-scene-button.tsx';
import classes from './scene-tools.module.css';

type Props = { project: ProjectDetail; scene: ProjectScene | undefined };

/** What can be done with the scene on screen. Memoised: it stands beside a player that draws every frame. */
export const SceneTools = memo(function SceneTools({ project, scene }: Props) {
  if (isActive(project) || project.scenes.length === 0) return null;
  return (
    <span className={classes.tools}>
      {scene && <EditSceneButton key={scene.scene_id} project={project} scene={scene} />}
      {scene && <RedoClip project={project} scene={scene} />}
      <ArrangeButton project={project} />
    </span>
  );
});
