import { naturalNames } from '../../../manifests/natural-names.ts';
import { seededRandom } from '../../../media/seeded-random.ts';
import { chooseReferences } from '../../../pipeline/references.ts';
import { sceneCount } from '../../../schemas/project.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import type { Storyboard, StoryboardScene } from '../../../schemas/storyboard.ts';
import type { StoryboardInput } from '../../engine.ts';
import { maxReferences } from '../../engine-limits.ts';
import { readBeats } from './beats.ts';
import { continuityOf } from './continuity.ts';
import { fitBeats } from './fit-beats.ts';
import { motionPrompt, screenDirections } from './motion.ts';
import { isInterior } from './places.ts';
import { withoutQuotes } from './quotes.ts';
import { cameraMove, planShots, type Shot } from './shots.ts';
import { soundOf } from './sound.ts';
import { isOnePlace, stage } from './staging.ts';
import { decideStyle } from './style-guide.ts';
import { timeIn } from './times.ts';
import { durationsOf, readableLines } from './timing.ts';
import { shotTitle, slugLine, titleOf } from './titles.ts';
import { transitionOf } from './transitions.ts';

const textOf = (asset: SnapshotAsset | null) =>
  asset ? `${asset.name} ${asset.user_tags.join(' ')} ${asset.description}` : '';

/** The hour that most shots of a film play at. */
function usualTime(shots: Shot[]): string | null {
  const times = shots.flatMap(
    ({ beat: { time, plate } }) => (time && timeIn(time)) ?? (plate ? timeIn(plate.name) : null) ?? [],
  );
  const count = (time: string) => times.filter((t) => t === time).length;
  return times.toSorted((a, b) => count(b) - count(a))[0] ?? null;
}

/**
 * Plans the film by rule: sentences become beats, beats become exactly `sceneCount` shots, each with what is done, what
 * must stay, what moves, what is heard and the references that suit it. The same settings, snapshot and seed give the
 * same storyboard; durations follow the content in whole frames and sum to the total duration.
 */
export function planStoryboard({ settings, snapshot }: StoryboardInput): Storyboard {
  const assets = [...(snapshot?.assets ?? [])].sort((a, b) => a.sort_order - b.sort_order);
  const styles = assets.filter((a) => a.asset_type === 'STYLE');
  const random = seededRandom(settings.seed);
  const write = naturalNames(settings.prompt, assets);
  const count = sceneCount(settings.totalDuration, settings.clipDuration);
  const shots = planShots(fitBeats(readBeats(settings.prompt, assets), count, assets));
  const framed = stage(shots, styles, random, write);
  const linesOf = (shot: Shot) =>
    shot.lines.flatMap(({ speaker, text }) =>
      readableLines(write(text)).map((line) => ({ speaker: speaker?.manifest_tag ?? null, text: line })),
    );
  const durations = durationsOf(
    shots.map((shot) => ({
      text: shot.beat.text,
      shots: shot.beat.shots,
      type: shot.type,
      lines: linesOf(shot),
    })),
    settings.totalDuration,
  );
  const directionsIn = screenDirections();
  const moved = framed.map(({ shot, placements }, i) => {
    const before = shots[i - 1];
    return {
      shot,
      placements,
      directions: directionsIn(shot, placements, !before || !isOnePlace(before, shot)),
    };
  });
  const continuity = continuityOf(moved, assets, write);
  const style_guide = decideStyle(settings.style, assets, usualTime(shots));
  const scenes: StoryboardScene[] = [];
  for (const [index, { shot, placements, directions }] of moved.entries()) {
    const { beat } = shot;
    const isFirst = shots[index - 1]?.beat !== beat;
    const description = write(beat.text);
    const title = shotTitle(shot, isFirst, description);
    const camera_move = cameraMove(shot, scenes.at(-1)?.camera_move ?? null, random);
    const duration = durations[index] ?? 1;
    const motion_prompt = motionPrompt(shot, camera_move, directions, write);
    const planned = { shot_type: shot.type, camera_move, description, motion_prompt, placements };
    scenes.push({
      ...planned,
      index,
      title,
      slug_line: slugLine(shot, titleOf(description)),
      duration,
      transition: transitionOf(framed[index - 1] ?? null, { shot, placements }),
      references: chooseReferences(planned, assets, maxReferences('local')).references,
      continuity: continuity[index] ?? [],
      audio: soundOf(
        {
          text: withoutQuotes(description),
          place: beat.plate ? textOf(beat.plate) : (beat.setting?.place ?? ''),
          isInterior: beat.plate ? isInterior(beat.plate) : (beat.setting?.isInterior ?? false),
          time: beat.time,
          weather: beat.weather,
          lines: linesOf(shot),
          duration,
          effects: isFirst ? beat.effects : [],
          music: beat.music,
          position: index === 0 ? 'first' : index === shots.length - 1 ? 'last' : 'middle',
        },
        `${settings.style} ${styles.map((s) => `${s.name} ${s.description}`).join(' ')}`,
      ),
      repairs: [],
    });
  }
  return { style_guide, scenes };
}
