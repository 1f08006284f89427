import { useQuery } from '@tanstack/react-query';
import { projectSnapshotOptions } from '#lib/client/project-queries.ts';
import { activityOf } from '#lib/projects/activity.ts';
import { stageStrip } from '#lib/projects/stage-strip.ts';
import { type ProjectDetail, sceneCount } from '#lib/schemas/project.ts';
import { ActivityList } from './activity-list.tsx';
import { CostPanel } from './cost-panel.tsx';
import { FrozenPanel } from './frozen-panel.tsx';
import { LeadPicture } from './lead-picture.tsx';
import { NextStepPanel } from './next-step-panel.tsx';
import classes from './run.module.css';
import { SceneCard } from './scene-card.tsx';
import { SoFarStrip } from './so-far-strip.tsx';
import { StageStrip } from './stage-strip.tsx';

type Props = { project: ProjectDetail; isRunning: boolean; isLive: boolean; now: number };

/** A film while it is being made, or as far as it came. */
export function RunView({ project, isRunning, isLive, now }: Props) {
  const { data: snapshot } = useQuery({
    ...projectSnapshotOptions(project.project_id),
    enabled: project.manifest_id !== null,
  });
  const stages = stageStrip(project, now);
  const assetCount = snapshot?.snapshot.assets.length ?? null;
  return (
    <div className={classes.layout}>
      <div className={`${classes.wide} ${classes.main}`}>
        <LeadPicture project={project} stages={stages} />
        <NextStepPanel project={project} />
        <StageStrip stages={stages} />
      </div>
      <div className={classes.main}>
        <h2 className="vp-sr-only">Scenes</h2>
        <ol className={classes.scenes} aria-label="Scenes">
          {project.scenes.length > 0
            ? project.scenes.map((scene) => (
                <SceneCard key={scene.scene_id} project={project} scene={scene} isRunning={isRunning} />
              ))
            : placeholders(project).map((number) => <ScenePlaceholder key={number} number={number} />)}
        </ol>
        {project.scenes.length > 0 && <SoFarStrip project={project} />}
      </div>
      <aside className={classes.side} aria-label="About this run">
        <FrozenPanel project={project} />
        <ActivityList entries={activityOf(project, assetCount, now)} isLive={isLive} />
        <CostPanel project={project} title={isRunning ? 'Cost so far' : 'Cost'} />
      </aside>
    </div>
  );
}

const placeholders = ({ total_duration, clip_duration }: ProjectDetail) =>
  Array.from({ length: sceneCount(total_duration, clip_duration) }, (_, index) => index + 1);

/** The place of a scene that the storyboard has not written yet. */
function ScenePlaceholder({ number }: { number: number }) {
  return (
    <li className={classes.scene}>
      <div className={classes.well}>
        <span className={`${classes.mono} ${classes.mediaNote}`}>waits for the storyboard</span>
      </div>
      <div className={classes.sceneHead}>
        <span className={classes.sceneTitle}>
          <span className={classes.number}>{number}</span>
        </span>
      </div>
    </li>
  );
}
