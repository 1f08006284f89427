import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Picture } from '#components/ui/picture.tsx';
import { chosenClip } from '#lib/projects/stage-strip.ts';
import { clock, rulerClock } from '#lib/projects/timecode.ts';
import type { ProjectDetail, ProjectScene } from '#lib/schemas/project.ts';
import { RoughCut } from './rough-cut.tsx';
import classes from './run.module.css';

/** The film as a row of scenes: what is there, what is being made, what is missing. */
export function SoFarStrip({ project }: { project: ProjectDetail }) {
  const [isPlaying, { open, close }] = useDisclosure(false);
  const finished = project.scenes.filter((scene) => chosenClip(scene)?.state === 'done');
  const seconds = finished.reduce((sum, scene) => sum + scene.duration, 0);
  const total = project.scenes.reduce((sum, scene) => sum + scene.duration, 0);
  return (
    <section aria-labelledby="so-far-title" className={classes.desktopOnly}>
      <div className={classes.soFarHead}>
        <h2 id="so-far-title">So far</h2>
        <span className={classes.mono} style={{ flex: 1 }}>
          {clock(seconds)} of {clock(total)}
        </span>
        {finished.length > 0 && (
          <Button size="xs" h={28} leftSection={<IconPlayerPlay size={14} />} onClick={open}>
            Play what is there
          </Button>
        )}
      </div>
      <ol className={classes.timeline}>
        {project.scenes.map((scene) => (
          <Slot key={scene.scene_id} scene={scene} />
        ))}
      </ol>
      {isPlaying && <RoughCut scenes={finished} onClose={close} />}
    </section>
  );
}

function Slot({ scene }: { scene: ProjectScene }) {
  const clip = chosenClip(scene);
  const percent = clip?.state === 'running' ? Math.floor(clip.progress * 100) : null;
  const stills = scene.keyframes.flatMap((each) => (each.url ? [{ ...each, url: each.url }] : []));
  return (
    <li className={classes.slot} style={{ flex: `${scene.duration} 1 0` }}>
      <span className={classes.mono}>{rulerClock(scene.starts_at)}</span>
      <div className={classes.slotWell}>
        {clip?.state === 'done' &&
          stills.map((each) => (
            <Picture
              key={each.keyframe_id}
              url={each.url}
              sizes="96px"
              alt={`Scene ${scene.index + 1}, ${each.position}`}
            />
          ))}
        {percent !== null && (
          <>
            <span className={classes.mono}>{percent} %</span>
            <div className={classes.bar} aria-hidden>
              <span className={classes.fill} style={{ width: `${percent}%` }} />
            </div>
          </>
        )}
        {clip?.state === 'failed' && <span className={classes.mono}>failed</span>}
      </div>
    </li>
  );
}
