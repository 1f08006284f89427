import { subjectOf } from '../../../manifests/mentions.ts';
import { wordsOf } from '../../../manifests/prompt-words.ts';
import type { Placement, SceneTransition } from '../../../schemas/storyboard.ts';
import type { Shot } from './shots.ts';
import { jumpsInTime } from './times.ts';

/** Things that rhyme in a picture. */
const SHAPES = [
  'moon sun wheel ball coin clock eye eyes lens globe planet earth plate ring compass balloon orange apple egg button pearl',
  'tower lighthouse rocket candle column chimney needle obelisk skyscraper',
].map((words) => new Set(words.split(' ')));

const shapesOf = (shot: Shot) => {
  const words = wordsOf(`${shot.beat.text} ${shot.subjects.map((s) => s.name).join(' ')}`);
  return SHAPES.map((shape) => words.some((w) => shape.has(w)));
};

export type Framed = { shot: Shot; placements: Placement[] };

const standOf = ({ placements }: Framed) => placements.find((p) => p.role === 'subject');

/** The same subject in the same framing, or things of one shape: the eye stays where it is while the place changes. */
function matches(a: Framed, b: Framed): boolean {
  const [one, two] = [a.shot.subjects[0], b.shot.subjects[0]];
  const isOne =
    one && two && subjectOf(one) === subjectOf(two) && a.shot.subjects.length === b.shot.subjects.length;
  if (isOne && a.shot.type === b.shot.type && standOf(a)?.position === standOf(b)?.position) return true;
  const [before, after] = [shapesOf(a.shot), shapesOf(b.shot)];
  return before.some((has, i) => has && after[i]);
}

/**
 * How a shot begins. The first dissolves from the title; a change of place or time dissolves, unless the pictures match;
 * within a place it is a cut. What the prompt asks for goes first.
 */
export function transitionOf(before: Framed | null, next: Framed): SceneTransition {
  if (!before) return 'dissolve';
  const { beat } = next.shot;
  const last = before.shot.beat;
  if (last === beat) return 'cut';
  if (beat.transition) return beat.transition;
  const isElsewhere = last.plate !== beat.plate || last.setting?.place !== beat.setting?.place;
  const isLater =
    (last.time !== beat.time && last.time !== null && beat.time !== null) || jumpsInTime(beat.text);
  if (!isElsewhere && !isLater) return 'cut';
  return matches(before, next) ? 'match_cut' : 'dissolve';
}
