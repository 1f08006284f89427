import { sentFirst, subjectOf } from '../manifests/mentions.ts';
import { wordsOf } from '../manifests/prompt-words.ts';
import type { SnapshotAsset } from '../schemas/snapshot.ts';
import type { Placement, SceneReference, ShotType, StoryboardScene } from '../schemas/storyboard.ts';

/** Quality scores below this lose to a better picture of the same subject. */
const GOOD_QUALITY = 4;
/** Pixels of the shorter side that a picture needs to fill a frame. */
const MIN_SIDE = 128;

const SHOT_WORDS: Record<ShotType, string> = {
  wide: 'wide',
  medium: 'medium',
  close_up: 'close-up',
  two_shot: 'two-shot',
};

/** What a picture shows of its subject. */
type Kind = 'face' | 'detail' | 'front' | 'three_quarter' | 'side' | 'full_body' | 'back' | 'whole';
const KIND_WORDS: Record<Kind, string> = {
  face: 'face crop',
  detail: 'detail crop',
  front: 'front view',
  three_quarter: 'three-quarter view',
  side: 'profile',
  full_body: 'full-body view',
  back: 'back view',
  whole: 'image',
};
const FACE = /\b(?:face|head|portrait|close-?up)\b/i;
const DETAIL = /\b(?:detail|eyes?|hands?|crop)\b/i;
const BACK = /\b(?:back|behind|rear)\b/i;
const PROFILE = /\b(?:side|profile)\b/i;
/** How a text says that somebody is seen from behind. */
const TURNED_AWAY =
  /\b(?:walk|run|turn|sail|ride|drive|move|drift)(?:s|ed|ing)?\s+away\b|\bfrom behind\b|\bback to (?:us|the camera)\b|\b(?:his|her|their|its) back\b|\binto the distance\b|\bback-turned\b/i;
const SIDEWAYS = /\bleft to right\b|\bright to left\b|\bpast\b|\balong\b|\bin profile\b/i;

type Scene = Pick<
  StoryboardScene,
  'shot_type' | 'camera_move' | 'description' | 'motion_prompt' | 'placements'
>;
/** An image that the engine does not get, and why. */
export type LeftOut = { tag: string; for: string; reason: string };
export type ChosenReferences = { references: SceneReference[]; leftOut: LeftOut[] };

function kindOf(asset: SnapshotAsset): Kind {
  const said = `${asset.name} ${asset.user_tags.join(' ')}`;
  if (asset.cropped_from) return FACE.test(said) ? 'face' : 'detail';
  if (asset.view) return asset.view;
  if (!asset.view_of) return 'whole';
  if (BACK.test(said)) return 'back';
  return PROFILE.test(said) ? 'side' : FACE.test(said) ? 'face' : 'whole';
}

/** Whether a crop shows the one it was cut from, not somebody else who stood in the picture. */
function showsSame(crop: SnapshotAsset, from: SnapshotAsset): boolean {
  if (crop.asset_type !== from.asset_type) return false;
  if (FACE.test(crop.name) || DETAIL.test(crop.name)) return true;
  const own = new Set(wordsOf(crop.name));
  return wordsOf(from.name).some((word) => own.has(word));
}

/** The pictures of the subject of an asset: its views, and the crops of them that show it. */
function picturesOf(asset: SnapshotAsset, assets: readonly SnapshotAsset[]): SnapshotAsset[] {
  const subject = subjectOf(asset);
  const views = assets.filter((a) => subjectOf(a) === subject);
  const crops = assets.filter((a) => {
    const from = a.cropped_from && views.find((v) => v.manifest_tag === a.cropped_from);
    return from && !views.includes(a) && showsSame(a, from);
  });
  return [...views, ...crops].filter((a) => a.image_hash);
}

/** The kinds of picture that suit a shot, best first, and why. Empty: the primary one. */
function wishFor(scene: Scene, placement: Placement): { kinds: Kind[]; why: string } {
  const shot = SHOT_WORDS[scene.shot_type];
  const doing = placement.action || scene.description;
  if (placement.role === 'plate') return { kinds: [], why: 'place' };
  if (placement.role === 'style') return { kinds: [], why: 'style' };
  if (TURNED_AWAY.test(doing)) return { kinds: ['back'], why: 'seen from behind' };
  if (scene.shot_type === 'close_up') {
    const isPerson = placement.asset_type === 'CHARACTER';
    return { kinds: isPerson ? ['face', 'front', 'three_quarter'] : ['detail'], why: shot };
  }
  const moves = SIDEWAYS.test(`${placement.action} ${scene.motion_prompt}`);
  if (moves && /^pan_|^parallax/.test(scene.camera_move)) return { kinds: ['side'], why: 'moving sideways' };
  return { kinds: scene.shot_type === 'wide' ? ['full_body'] : [], why: shot };
}

const isGood = (asset: SnapshotAsset) =>
  (asset.quality_score ?? 10) >= GOOD_QUALITY &&
  Math.min(asset.width ?? MIN_SIDE, asset.height ?? MIN_SIDE) >= MIN_SIDE;

function faultOf(asset: SnapshotAsset): string {
  const score = asset.quality_score;
  return score !== null && score < GOOD_QUALITY ? `quality ${score} of 10` : 'few pixels';
}

/** A picture of a subject for people: "front view". */
const wordsFor = (asset: SnapshotAsset, isPrimary: boolean): string =>
  isPrimary && kindOf(asset) === 'whole' ? 'primary image' : KIND_WORDS[kindOf(asset)];

/** A picture that can stand for a reference, and what it shows. */
export type ReferencePicture = { asset: SnapshotAsset; words: string };

/** All pictures that can stand for a reference: the views of its subject and the crops that show it. */
export function picturesFor(tag: string, assets: readonly SnapshotAsset[]): ReferencePicture[] {
  const placed = assets.find((a) => a.manifest_tag === tag);
  if (!placed) return [];
  const pictures = picturesOf(placed, assets);
  const primary = sentFirst(assets).get(subjectOf(placed));
  return pictures.map((asset) => ({
    asset,
    words: wordsFor(asset, pictures.length > 1 && asset === primary),
  }));
}

/** Why a placement goes without an image when an engine takes no more. */
export const overLimit = (limit: number): string =>
  `the engine takes ${limit} image${limit === 1 ? '' : 's'}; the place, people and things before it came first`;

/** Details of somebody else's shot are no picture of the whole: they come last. */
const isPart = (asset: SnapshotAsset) => ['face', 'detail'].includes(kindOf(asset));

/** The picture for one placement by rule, or null when its subject has none. */
function chooseFor(scene: Scene, placement: Placement, assets: readonly SnapshotAsset[]) {
  const placed = assets.find((a) => a.manifest_tag === placement.tag);
  if (!placed) return null;
  const pictures = picturesOf(placed, assets);
  const primary = sentFirst(assets).get(subjectOf(placed)) ?? placed;
  const leader = subjectOf(placed);
  const { kinds, why } = wishFor(scene, placement);
  const isAsked = placed.manifest_tag !== primary.manifest_tag && placed.image_hash !== null;
  const rank = (a: SnapshotAsset): number => {
    if (isAsked) return a === placed ? 0 : 1 + Number(isPart(a));
    const wished = kinds.indexOf(kindOf(a));
    if (wished >= 0) return wished;
    return kinds.length + (a === primary ? 0 : isPart(a) ? 2 : 1);
  };
  const quality = (a: SnapshotAsset) => a.quality_score ?? GOOD_QUALITY;
  const byRank = [...pictures].sort(
    (a, b) => rank(a) - rank(b) || quality(b) - quality(a) || (a.manifest_tag < b.manifest_tag ? -1 : 1),
  );
  const wanted = byRank[0];
  if (!wanted) return null;
  const whole = isGood(wanted) ? wanted : (byRank.find((a) => isGood(a) && !isPart(a)) ?? wanted);
  const named = (a: SnapshotAsset) => `the ${wordsFor(a, pictures.length > 1 && a === primary)} of ${leader}`;
  const because = isAsked ? `${why}, named by its tag` : why;
  const reason =
    whole !== wanted
      ? `${because}: ${named(whole)}, since ${wanted.manifest_tag} is weaker (${faultOf(wanted)})`
      : `${because}: ${named(wanted)}${isGood(wanted) ? '' : `, although weak (${faultOf(wanted)}): there is no better one`}`;
  return { tag: whole.manifest_tag, reason: placement.role === 'style' ? 'style: sets the look' : reason };
}

/** Who goes first when an engine takes few images: the place, people, things, styles. */
function precedence({ role, asset_type }: Placement): number {
  if (role === 'plate') return 0;
  if (role === 'style') return 3;
  return asset_type === 'CHARACTER' ? 1 : 2;
}

/**
 * The images that a scene is made with, one for each placement: the view or crop that suits the shot, else the primary
 * one; best first and at most `limit`. `leftOut` says what the engine does not get, and why. Reasons are for people.
 */
export function chooseReferences(
  scene: Scene,
  assets: readonly SnapshotAsset[],
  limit: number,
): ChosenReferences {
  const references: SceneReference[] = [];
  const leftOut: LeftOut[] = [];
  const order = [...scene.placements].sort((a, b) => precedence(a) - precedence(b));
  for (const placement of order) {
    const chosen = chooseFor(scene, placement, assets);
    if (!chosen) leftOut.push({ tag: placement.tag, for: placement.tag, reason: 'it has no image' });
    else if (references.length < limit)
      references.push({ ...chosen, for: placement.tag, chosen_by: 'rule' as const });
    else leftOut.push({ tag: chosen.tag, for: placement.tag, reason: overLimit(limit) });
  }
  return { references, leftOut };
}
