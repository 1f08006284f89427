import { IconLoader, IconPhotoOff } from '@tabler/icons-react';
import { Picture } from '#components/ui/picture.tsx';
import { chosenClip } from '#lib/projects/stage-strip.ts';
import type { ProjectScene } from '#lib/schemas/project.ts';
import { ClipPreview } from './clip-preview.tsx';
import { sized } from './image-url.ts';
import classes from './run.module.css';

/** The picture of a scene as far as it is: two keyframes, then the clip. */
export function SceneMedia({ scene, isRunning }: { scene: ProjectScene; isRunning: boolean }) {
  const clip = chosenClip(scene);
  const start = keyframe(scene, 'start');
  if (clip?.state === 'done' && clip.url) {
    return (
      <ClipPreview
        src={clip.url}
        poster={start?.url ? sized(start.url, 640) : null}
        label={`scene ${scene.index + 1}`}
      />
    );
  }
  const note = mediaNote(scene, isRunning);
  return (
    <div className={classes.well}>
      <div className={classes.pair}>
        <Keyframe frame={start} scene={scene} position="start" isRunning={isRunning} />
        <Keyframe frame={keyframe(scene, 'end')} scene={scene} position="end" isRunning={isRunning} />
      </div>
      <span className={`${classes.mono} ${classes.corner}`} aria-hidden>
        start
      </span>
      <span className={`${classes.mono} ${classes.corner}`} aria-hidden>
        end
      </span>
      <span
        className={`${classes.mono} ${classes.mediaNote}`}
        data-running={clip?.state === 'running' || undefined}
        data-failed={clip?.state === 'failed' || undefined}
        title={note}
      >
        {note}
      </span>
      {clip?.state === 'running' && (
        <div className={classes.bar} aria-hidden>
          <span className={classes.fill} style={{ width: `${clip.progress * 100}%` }} />
        </div>
      )}
    </div>
  );
}

type Keyframe = ProjectScene['keyframes'][number];
const keyframe = (scene: ProjectScene, position: 'start' | 'end') =>
  scene.keyframes.find((each) => each.position === position);

type KeyframeProps = {
  frame: Keyframe | undefined;
  scene: ProjectScene;
  position: string;
  isRunning: boolean;
};

function Keyframe({ frame, scene, position, isRunning }: KeyframeProps) {
  const hasFailed = frame?.state === 'failed';
  return (
    <div className={classes.frame} data-failed={hasFailed || undefined} title={frame?.error ?? undefined}>
      {frame?.url ? (
        <Picture url={frame.url} sizes="171px" alt={`Scene ${scene.index + 1}, ${position}`} />
      ) : hasFailed ? (
        <IconPhotoOff size={18} role="img" aria-label={`Keyframe ${position} failed`} />
      ) : (
        frame?.state === 'running' && isRunning && <IconLoader size={16} color="var(--vp-run)" aria-hidden />
      )}
    </div>
  );
}

function mediaNote(scene: ProjectScene, isRunning: boolean): string {
  const clip = chosenClip(scene);
  const failed = scene.keyframes.find((each) => each.state === 'failed');
  if (failed) return `keyframe failed: ${failed.error ?? 'no reason given'}`;
  if (clip?.state === 'failed') return `clip failed: ${clip.error ?? 'no reason given'}`;
  if (!isRunning) return 'no clip yet';
  if (clip?.state === 'running') return `rendering ${Math.floor(clip.progress * 100)} %`;
  const hasKeyframes = scene.keyframes.filter((each) => each.state === 'done').length >= 2;
  return hasKeyframes ? 'clip queued' : 'clip waits for keyframes';
}
