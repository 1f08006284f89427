import type { ProjectScene } from '../schemas/project.ts';
import type { UpdateSceneInput } from '../schemas/scene-edit.ts';
import type { CameraMove, SceneTransition, ShotType } from '../schemas/storyboard.ts';

/** A scene as the editor's fields hold it. Lists of plain lines are one text, a line each. */
export type SceneForm = {
  title: string;
  slug_line: string;
  description: string;
  shot_type: ShotType;
  camera_move: CameraMove;
  transition: SceneTransition;
  /** Seconds; empty while it is being typed. */
  duration: number | string;
  placements: {
    tag: string;
    role: 'plate' | 'subject' | 'style';
    position: 'left' | 'centre' | 'right' | 'full';
    action: string;
  }[];
  /** `speaker` empty: a voice that is no reference. */
  dialogue: { speaker: string; text: string; starts_at: number | string }[];
  effects: string;
  ambience: string;
  music: string;
  continuity: string;
  motion_prompt: string;
};
export type SceneFormField = keyof SceneForm;

/** Fields in the order of the form, with their words in sentences. */
export const SCENE_FIELD_WORDS: Record<SceneFormField, string> = {
  title: 'title',
  slug_line: 'slug line',
  description: 'text',
  shot_type: 'shot',
  camera_move: 'camera',
  transition: 'transition',
  duration: 'length',
  placements: 'references',
  dialogue: 'dialogue',
  effects: 'effects',
  ambience: 'ambience',
  music: 'music',
  continuity: 'continuity',
  motion_prompt: 'motion',
};
const FIELDS = Object.keys(SCENE_FIELD_WORDS) as SceneFormField[];

type EditableScene = Omit<SceneForm, 'dialogue' | 'effects' | 'ambience' | 'music' | 'continuity'> &
  Pick<ProjectScene, 'audio' | 'continuity'>;

export const sceneForm = (scene: EditableScene): SceneForm => ({
  title: scene.title,
  slug_line: scene.slug_line,
  description: scene.description,
  shot_type: scene.shot_type,
  camera_move: scene.camera_move,
  transition: scene.transition,
  duration: Math.round(Number(scene.duration) * 100) / 100,
  placements: scene.placements.map(({ tag, role, position, action }) => ({ tag, role, position, action })),
  dialogue: scene.audio.dialogue.map((line) => ({ ...line, speaker: line.speaker ?? '' })),
  effects: scene.audio.effects.join('\n'),
  ambience: scene.audio.ambience,
  music: scene.audio.music,
  continuity: scene.continuity.join('\n'),
  motion_prompt: scene.motion_prompt,
});

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The fields in which two forms differ, in the order of the form. */
export const changedFields = (before: SceneForm, after: SceneForm): SceneFormField[] =>
  FIELDS.filter((field) => !isSame(before[field], after[field]));

const AUDIO = ['dialogue', 'effects', 'ambience', 'music'] as const;
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 0);

/** What to send so that a scene becomes what the form says; null when it is that already. */
export function sceneEdit(before: SceneForm, after: SceneForm): UpdateSceneInput | null {
  const changed = new Set<SceneFormField>(changedFields(before, after));
  if (changed.size === 0) return null;
  const { dialogue, effects, ambience, music, continuity, duration, ...plain } = after;
  const named = Object.fromEntries(
    Object.entries(plain).filter(([field]) => changed.has(field as SceneFormField)),
  );
  return {
    ...named,
    ...(changed.has('duration') && { duration: Number(duration) }),
    ...(changed.has('continuity') && { continuity: lines(continuity) }),
    ...(AUDIO.some((field) => changed.has(field)) && {
      audio: {
        dialogue: dialogue.map(({ speaker, text, starts_at }) => ({
          speaker: speaker || null,
          text,
          starts_at: Number(starts_at),
        })),
        effects: lines(effects),
        ambience,
        music,
      },
    }),
  };
}

/**
 * A form that was edited against an older scene, on the newer one: what is typed stays, the rest is as it is now.
 * `contested`: fields that were changed here and elsewhere to something different.
 */
export function rebaseForm(
  before: SceneForm,
  mine: SceneForm,
  theirs: SceneForm,
): { form: SceneForm; theirChanges: SceneFormField[]; contested: SceneFormField[] } {
  const typed = new Set(changedFields(before, mine));
  const theirChanges = changedFields(before, theirs);
  const kept = Object.fromEntries([...typed].map((field) => [field, mine[field]]));
  const form: SceneForm = { ...theirs, ...kept };
  const contested = theirChanges.filter((field) => typed.has(field) && !isSame(mine[field], theirs[field]));
  return { form, theirChanges, contested };
}

/** The field of the form that a pointer of a problem means: `#/audio/dialogue/1/text` is `dialogue.1.text`. */
export function fieldOfPointer(pointer: string): string | null {
  const path = pointer
    .replace(/^#\//, '')
    .replace(/^audio\//, '')
    .split('/');
  const [field] = path;
  if (!FIELDS.some((each) => each === field)) return null;
  return field === 'dialogue' || field === 'placements' ? path.join('.') : (field ?? null);
}
