import { TagChip } from '#components/manifests/tag-chip.tsx';
import { cameraWords } from '#lib/projects/activity.ts';
import { clock } from '#lib/projects/timecode.ts';
import type { ProjectDetail, ProjectScene } from '#lib/schemas/project.ts';
import classes from './run.module.css';
import { SceneMedia } from './scene-media.tsx';
import { SceneTakesButton } from './takes/scene-takes-button.tsx';

type Props = { project: ProjectDetail; scene: ProjectScene; isRunning: boolean };

export function SceneCard({ project, scene, isRunning }: Props) {
  const ends = scene.starts_at + scene.duration;
  return (
    <li className={classes.scene}>
      <SceneMedia scene={scene} isRunning={isRunning} />
      <div className={classes.sceneHead}>
        <h3 className={classes.sceneTitle} title={scene.slug_line}>
          <span className={classes.number}>{scene.index + 1}</span>
          {scene.title}
        </h3>
        <span className={classes.mono}>
          {clock(scene.starts_at)} – {clock(ends)}
        </span>
      </div>
      <p className={classes.description}>{scene.description}</p>
      <div className={classes.sceneFoot}>
        <div className={classes.tags}>
          {scene.placements.filter(standsInIt).map(({ tag, asset_type, name }) => (
            <TagChip key={tag} tag={tag} type={asset_type} title={name} />
          ))}
        </div>
        <span className={classes.camera}>{cameraWords(scene.camera_move)}</span>
        {!isRunning && <SceneTakesButton project={project} scene={scene} />}
      </div>
    </li>
  );
}

/** Styles grade every scene alike: on the cards they would only repeat. */
const standsInIt = ({ role }: ProjectScene['placements'][number]) => role !== 'style';
