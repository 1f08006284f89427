import type { StoryboardInput } from '../engines/engine.ts';
import { sceneCount } from '../schemas/project.ts';
import type { SnapshotAsset } from '../schemas/snapshot.ts';
import {
  CAMERA_MOVES,
  type Placement,
  SCENE_TRANSITIONS,
  type SceneAudio,
  type SceneReference,
  SHOT_TYPES,
  type Storyboard,
  type StoryboardScene,
  type StyleGuide,
  storyboardSchema,
} from '../schemas/storyboard.ts';
import { fitDurations, framesOf } from './durations.ts';
import {
  type LooseAudio,
  type LoosePlacement,
  type LooseReference,
  type LooseScene,
  type LooseStyle,
  looseStoryboardSchema,
} from './loose-storyboard.ts';
import { matchTag } from './match-tag.ts';
import { chooseReferences } from './references.ts';

type Repair = StoryboardScene['repairs'][number];
/** Says what was written and what was made of it. */
type Note = (said: string, did: string) => void;

const DEFAULT_GRADE: StyleGuide['grade'] = { warmth: 0, saturation: 1, contrast: 1, vignette: 0.16 };
const DEFAULT_PALETTE = ['#1f2a37', '#3c5266', '#7d8b93', '#c9b79c', '#e8dcc4'];
const ROLES = ['plate', 'subject', 'style'] as const;
const POSITIONS = ['left', 'centre', 'right', 'full'] as const;
/** Other spellings of the fields' words. */
const SPELLINGS: Readonly<Record<string, string>> = {
  closeup: 'close_up',
  twoshot: 'two_shot',
  center: 'centre',
  static: 'hold',
  zoom_in: 'push_in',
  dolly_in: 'push_in',
  zoom_out: 'pull_out',
  dolly_out: 'pull_out',
  fade: 'dissolve',
  crossfade: 'dissolve',
  tilt_up: 'crane_up',
  tilt_down: 'crane_down',
};

/** One of the words that a field may hold, in any usual spelling; else the usual one, noted. */
function oneOf<T extends string>(
  written: string,
  words: readonly T[],
  usual: T,
  note: Note,
  field: string,
): T {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const word = words.find((w) => w === (SPELLINGS[plain] ?? plain));
  if (word) return word;
  note(
    written === '' ? `No ${field}` : `${field} “${written}”`,
    `Set to ${usual.replaceAll('_', ' ')}, the usual one.`,
  );
  return usual;
}

const usualRole = (asset: SnapshotAsset): Placement['role'] =>
  asset.asset_type === 'ENVIRONMENT' ? 'plate' : asset.asset_type === 'STYLE' ? 'style' : 'subject';

function placementOf(
  said: LoosePlacement,
  assets: readonly SnapshotAsset[],
  note: Note,
): Placement | undefined {
  const asset = matchTag(said.tag, said.name, assets);
  if (!asset) {
    note(said.tag, 'Left out: no reference has this tag.');
    return undefined;
  }
  const { manifest_tag: tag, asset_type, name } = asset;
  if (said.tag !== tag) note(said.tag, `Read as ${tag}, ${name}.`);
  else if (said.asset_type !== asset_type && said.asset_type !== '')
    note(`${tag} as ${said.asset_type.toLowerCase()}`, `It is ${asset_type.toLowerCase()} in the manifest.`);
  else if (said.name !== name && said.name !== '')
    note(`${tag} called “${said.name}”`, `Its name is ${name}.`);
  const usual = usualRole(asset);
  const written = asset_type === 'STYLE' || said.role === 'style' ? usual : said.role;
  const role = oneOf(written, ROLES, usual, note, 'role');
  const position = oneOf(
    said.position,
    POSITIONS,
    role === 'subject' ? 'centre' : 'full',
    note,
    `position of ${tag}`,
  );
  return { tag, asset_type, name, role, position, action: said.action };
}

function placementsOf(said: LoosePlacement[], assets: readonly SnapshotAsset[], note: Note): Placement[] {
  const placed = new Map<string, Placement>();
  for (const each of said) {
    const placement = placementOf(each, assets, note);
    if (!placement) continue;
    if (placed.has(placement.tag)) note(`${placement.tag} twice`, 'Placed once.');
    else placed.set(placement.tag, placement);
  }
  return [...placed.values()];
}

function audioOf(
  said: LooseAudio,
  duration: number,
  assets: readonly SnapshotAsset[],
  note: Note,
): SceneAudio {
  const dialogue = said.dialogue
    .filter((line) => line.text.trim() !== '')
    .map(({ speaker, text, starts_at }) => {
      const who = speaker === null ? null : matchTag(speaker, speaker, assets);
      if (speaker !== null && !who)
        note(
          `${speaker}: “${text}”`,
          'Nobody in the manifest is called that. The line stays, without a speaker.',
        );
      else if (who && who.manifest_tag !== speaker)
        note(`${speaker} speaks`, `Read as ${who.manifest_tag}, ${who.name}.`);
      const at = Math.min(Math.max(0, starts_at ?? 0), duration);
      return { speaker: who?.manifest_tag ?? null, text, starts_at: at };
    });
  return { ...said, dialogue };
}

function referencesOf(
  said: LooseReference[],
  scene: Parameters<typeof chooseReferences>[0],
  assets: readonly SnapshotAsset[],
  limit: number,
  note: Note,
): SceneReference[] {
  const kept: SceneReference[] = [];
  for (const each of said) {
    const asset = matchTag(each.tag, '', assets);
    const served = matchTag(each.for || each.tag, '', assets)?.manifest_tag;
    if (!asset?.image_hash)
      note(`Reference ${each.tag}`, 'Left out: no reference with an image has this tag.');
    else if (!served || !scene.placements.some((p) => p.tag === served))
      note(`Reference ${each.tag} for ${each.for}`, 'Left out: that is not in this scene.');
    else if (kept.length === limit)
      note(`Reference ${each.tag}`, `Left out: the engine takes ${limit} images.`);
    else {
      const { reason } = each;
      const chosen_by = each.chosen_by === 'person' ? ('person' as const) : ('rule' as const);
      kept.push({ tag: asset.manifest_tag, for: served, reason, chosen_by });
    }
  }
  return kept.length > 0 ? kept : chooseReferences(scene, assets, limit).references;
}

function sceneOf(
  said: LooseScene,
  index: number,
  duration: number,
  assets: readonly SnapshotAsset[],
  limit: number,
): StoryboardScene {
  const repairs: Repair[] = [...said.repairs];
  const note: Note = (written, did) => repairs.push({ said: written, did });
  const placements = placementsOf(said.placements, assets, note);
  const usualShot = placements.some((p) => p.role === 'subject') ? 'medium' : 'wide';
  const shot = {
    shot_type: oneOf(said.shot_type, SHOT_TYPES, usualShot, note, 'shot type'),
    camera_move: oneOf(said.camera_move, CAMERA_MOVES, 'hold', note, 'camera move'),
    transition: oneOf(
      said.transition,
      SCENE_TRANSITIONS,
      index === 0 ? 'dissolve' : 'cut',
      note,
      'transition',
    ),
  };
  const { title, slug_line, description, motion_prompt, continuity } = said;
  const scene = { ...shot, description, motion_prompt, placements };
  if (said.duration === null || said.duration <= 0)
    note('No duration', `Set to ${duration.toFixed(1)} s, its share of the film.`);
  else if (Math.abs(said.duration - duration) > 0.05)
    note(
      `${said.duration.toFixed(1)} s long`,
      `Set to ${duration.toFixed(1)} s, so that the film has its length.`,
    );
  return {
    ...scene,
    index,
    title: title || description.slice(0, 60),
    slug_line: slug_line || title.toUpperCase(),
    duration,
    continuity,
    references: referencesOf(said.references, scene, assets, limit, note),
    audio: audioOf(said.audio, duration, assets, note),
    repairs,
  };
}

const clamped = (value: number | null, low: number, high: number, usual: number) =>
  value === null ? usual : Math.min(high, Math.max(low, value));

function styleOf(said: LooseStyle, style: string, assets: readonly SnapshotAsset[]): StyleGuide {
  const tags = said.style_tags.flatMap((tag) => matchTag(tag, '', assets)?.manifest_tag ?? []);
  const { warmth, saturation, contrast, vignette } = said.grade;
  return {
    style: said.style || style,
    look: said.look,
    style_tags: [...new Set(tags)],
    palette: said.palette.length > 0 ? said.palette : DEFAULT_PALETTE,
    grade: {
      warmth: clamped(warmth, -1, 1, DEFAULT_GRADE.warmth),
      saturation: clamped(saturation, 0, 2, DEFAULT_GRADE.saturation),
      contrast: clamped(contrast, 0, 2, DEFAULT_GRADE.contrast),
      vignette: clamped(vignette, 0, 0.5, DEFAULT_GRADE.vignette),
    },
  };
}

/** The durations as they are, where they are whole frames that sum to the film; else fitted to it. */
function durationsOf(scenes: LooseScene[], total: number): number[] {
  const said = scenes.map((s) => s.duration ?? 0);
  const frames = said.map(framesOf);
  const isWhole = said.every((s, i) => s > 0 && Math.abs(s * 30 - (frames[i] ?? 0)) < 1e-6);
  return isWhole && frames.reduce((a, b) => a + b, 0) === framesOf(total) ? said : fitDurations(said, total);
}

/**
 * Any engine's answer as a storyboard of this snapshot: every tag in it exists there, enums and durations are legal,
 * and each scene says in `repairs` what was changed. Scenes beyond the promised number are left out.
 * @throws ZodError when the answer has no scenes
 */
export function repairStoryboard(
  answer: unknown,
  { settings, snapshot }: StoryboardInput,
  limit: number,
): Storyboard {
  const { style_guide, scenes: all } = looseStoryboardSchema.parse(answer);
  const assets = snapshot?.assets ?? [];
  const count = sceneCount(settings.totalDuration, settings.clipDuration);
  const said = all.slice(0, count);
  const durations = durationsOf(said, settings.totalDuration);
  const scenes = said.map((scene, i) => sceneOf(scene, i, durations[i] ?? 1, assets, limit));
  const cut = all.length - said.length;
  if (cut > 0)
    scenes.at(-1)?.repairs.push({
      said: `${all.length} scenes`,
      did: `The last ${cut} left out: the film has room for ${count}.`,
    });
  return storyboardSchema.parse({ style_guide: styleOf(style_guide, settings.style, assets), scenes });
}
