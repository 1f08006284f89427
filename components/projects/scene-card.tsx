import { TagChip } from '#components/manifests/tag-chip.tsx';
import { cameraWords } from '#lib/projects/activity.ts';
import { isSceneStale } from '#lib/projects/out-of-date.ts';
import { clock } from '#lib/projects/timecode.ts';
import type { ProjectDetail, ProjectScene } from '#lib/schemas/project.ts';
import classes from './run.module.css';
import { SceneMedia } from './scene-media.tsx';
import { EditSceneButton } from './scenes/edit-scene-button.tsx';
import { SceneFacts } from './scenes/scene-facts.tsx';
import { SHOT_WORDS } from './scenes/scene-words.ts';
import { StaleMark } from './scenes/stale-mark.tsx';
import { SceneTakesButton } from './takes/scene-takes-button.tsx';

type Props = { project: ProjectDetail; scene: ProjectScene; isRunning: boolean };

export function SceneCard({ project, scene, isRunning }: Props) {
  const ends = scene.starts_at + scene.duration;
  return (
    <li className={classes.scene}>
      <div className={classes.media}>
        <SceneMedia scene={scene} isRunning={isRunning} />
        {!isRunning && isSceneStale(scene) && <StaleMark />}
      </div>
      <div className={classes.sceneHead}>
        <h3 className={classes.sceneTitle} title={scene.slug_line}>
          <span className={classes.number}>{scene.index + 1}</span>
          {scene.title}
        </h3>
        <span className={classes.mono}>
          {clock(scene.starts_at)} – {clock(ends)}
        </span>
        {!isRunning && <EditSceneButton project={project} scene={scene} isSmall />}
      </div>
      <p className={classes.slugLine}>{scene.slug_line}</p>
      <p className={classes.description}>{scene.description}</p>
      <SceneFacts scene={scene} />
      <div className={classes.sceneFoot}>
        <div className={classes.tags}>
          {scene.placements.filter(standsInIt).map(({ tag, asset_type, name }) => (
            <TagChip key={tag} tag={tag} type={asset_type} title={name} />
          ))}
        </div>
        <span
          className={classes.camera}
        >{`${SHOT_WORDS[scene.shot_type].toLowerCase()}, ${cameraWords(scene.camera_move)}`}</span>
        {!isRunning && <SceneTakesButton project={project} scene={scene} />}
      </div>
    </li>
  );
}

/** Styles grade every scene alike: on the cards they would only repeat. */
const standsInIt = ({ role }: ProjectScene['placements'][number]) => role !== 'style';
