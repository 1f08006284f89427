import { Picture } from '#components/ui/picture.tsx';
import { chosenClip, type StageView } from '#lib/projects/stage-strip.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './run.module.css';
import { SegmentBar } from './stage-strip.tsx';

/** On a phone: the newest finished scene, large, with the clips' progress under it. */
export function LeadPicture({ project, stages }: { project: ProjectDetail; stages: StageView[] }) {
  const withClip = project.scenes.filter((scene) => chosenClip(scene)?.state === 'done');
  const withStill = project.scenes.filter((scene) => scene.keyframes.some((each) => each.url));
  const scene = withClip.at(-1) ?? withStill.at(0);
  const still = scene?.keyframes.find((each) => each.url)?.url;
  const clips = stages.find((each) => each.stage === 'clips');
  if (!scene || !still) return null;
  return (
    <div className={`${classes.mobileOnly} ${classes.lead}`}>
      <Picture url={still} sizes="100vw" alt={`Scene ${scene.index + 1}, ${scene.title}`} />
      <span className={classes.leadLabel}>
        {scene.index + 1} {scene.title}
      </span>
      {clips && <SegmentBar segments={clips.segments} />}
    </div>
  );
}
