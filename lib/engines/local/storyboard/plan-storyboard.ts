import { withNames } from '../../../manifests/mentions.ts';
import { isStopWord } from '../../../manifests/prompt-words.ts';
import { seededRandom } from '../../../media/seeded-random.ts';
import { sceneCount } from '../../../schemas/project.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import type { Placement, ShotType, Storyboard, StoryboardScene } from '../../../schemas/storyboard.ts';
import type { StoryboardInput } from '../../engine.ts';
import { fitBeats, isInterior, readBeats } from './beats.ts';
import { cameraMove, planShots, type Shot } from './shots.ts';
import { decideStyle } from './style-guide.ts';
import { hasCue } from './words.ts';

const FRAMES_PER_SECOND = 30;
const TITLE_WORDS = 6;
const TIMES = ['dawn', 'dusk', 'night'] as const;

/** `count` whole numbers that differ by one at most and sum to `total`. */
function shares(total: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, i) => Math.floor((total * (i + 1)) / count) - Math.floor((total * i) / count),
  );
}

function titleOf(text: string): string {
  const clause = (text.split(/[.;:!?…]|,\s/)[0] ?? text).trim();
  const words = clause.split(/\s+/).slice(0, TITLE_WORDS);
  if (words.length === TITLE_WORDS) while (words.length > 2 && isStopWord(words.at(-1) ?? '')) words.pop();
  const title = words.join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** "EXT. HARBOUR AT DUSK", with the hour when the text gives one that the place's name does not. */
function slugLine(shot: Shot, title: string): string {
  const { plate, text } = shot.beat;
  if (!plate) return title.toUpperCase();
  const time = TIMES.find((t) => hasCue(text, t) && !hasCue(plate.name, t));
  return `${isInterior(plate) ? 'INT.' : 'EXT.'} ${plate.name.toUpperCase()}${time ? ` — ${time.toUpperCase()}` : ''}`;
}

const POSITIONS: Record<ShotType, (random: () => number) => Placement['position'][]> = {
  // Pictures are read from the left and weigh on the right: the left is the side with room.
  wide: (random) => (random() < 0.8 ? ['left', 'right', 'centre'] : ['right', 'left', 'centre']),
  medium: (random) => (random() < 0.5 ? ['left'] : ['right']),
  close_up: () => ['full'],
  two_shot: () => ['left', 'right', 'centre'],
};

/** The side of a place that leaves its salient part in view; null when it has none aside. */
function freeSide(plate: SnapshotAsset | null): 'left' | 'right' | null {
  const focus = plate?.crop_bbox;
  if (!focus) return null;
  const middle = focus.x + focus.width / 2;
  return middle > 0.56 ? 'left' : middle < 0.44 ? 'right' : null;
}

function placementsOf(shot: Shot, styles: SnapshotAsset[], random: () => number): Placement[] {
  const { plate } = shot.beat;
  const place = (
    asset: SnapshotAsset,
    role: Placement['role'],
    position: Placement['position'],
  ): Placement => ({
    tag: asset.manifest_tag,
    asset_type: asset.asset_type,
    name: asset.name,
    role,
    position,
    action: '',
  });
  const free = freeSide(plate);
  const positions = POSITIONS[shot.type](() => (free === null ? random() : free === 'left' ? 0 : 1));
  // In company a person stands left, as the eye reads; the order of the placements stays that of the text.
  const stands = [...shot.subjects].sort(
    (a, b) => Number(b.asset_type === 'CHARACTER') - Number(a.asset_type === 'CHARACTER'),
  );
  return [
    ...shot.subjects.map((s) => place(s, 'subject', positions[stands.indexOf(s)] ?? 'centre')),
    ...(plate ? [place(plate, 'plate', 'full')] : []),
    ...styles.map((s) => place(s, 'style', 'full')),
  ];
}

/**
 * Plans the film by rule: sentences become beats, beats become exactly `sceneCount` shots. The same settings, snapshot
 * and seed give the same storyboard; durations are whole frames and sum to the total duration.
 */
export function planStoryboard({ settings, snapshot }: StoryboardInput): Storyboard {
  const assets = [...(snapshot?.assets ?? [])].sort((a, b) => a.sort_order - b.sort_order);
  const styles = assets.filter((a) => a.asset_type === 'STYLE');
  const random = seededRandom(settings.seed);
  const count = sceneCount(settings.totalDuration, settings.clipDuration);
  const shots = planShots(fitBeats(readBeats(settings.prompt, assets), count, assets));
  const frames = shares(Math.round(settings.totalDuration * FRAMES_PER_SECOND), shots.length);
  const scenes: StoryboardScene[] = [];
  for (const [index, shot] of shots.entries()) {
    const before = shots[index - 1];
    const description = withNames(shot.beat.text, assets);
    const title = titleOf(description);
    scenes.push({
      index,
      title,
      slug_line: slugLine(shot, title),
      description,
      shot_type: shot.type,
      camera_move: cameraMove(shot, scenes.at(-1)?.camera_move ?? null, random),
      duration: (frames[index] ?? 1) / FRAMES_PER_SECOND,
      placements: placementsOf(shot, styles, random),
      transition: !before || before.beat.plate !== shot.beat.plate ? 'dissolve' : 'cut',
      references: [],
      continuity: [],
      motion_prompt: '',
      audio: { dialogue: [], effects: [], ambience: '', music: '' },
      repairs: [],
    });
  }
  return { style_guide: decideStyle(settings.style, assets), scenes };
}
