import { clipHash, keyframeHash, type OwnKeyframes } from '../pipeline/input-hash.ts';

type KeyframeFacts = {
  position: string;
  state: string;
  source: string;
  blobHash: string | null;
  inputHash: string | null;
};
type ClipFacts = {
  state: string;
  source: string;
  inputHash: string | null;
  seed: number | null;
  /** See the schema. */
  chosenFor?: string | null;
};
/** `inputHash` null: a scene from before hashes were kept, which is never stale. */
type SceneFacts = { inputHash: string | null; keyframes: KeyframeFacts[] };

/** The keyframes of a scene that a person gave. */
export function ownKeyframes({ keyframes }: Pick<SceneFacts, 'keyframes'>): OwnKeyframes {
  const own = (position: string) =>
    keyframes.find((k) => k.position === position && k.source === 'uploaded' && k.state === 'done')
      ?.blobHash ?? null;
  return { start: own('start'), end: own('end') };
}

const isMade = ({ state, source, inputHash }: { state: string; source: string; inputHash: string | null }) =>
  state === 'done' && source === 'made' && inputHash !== null;

/** A finished keyframe that its scene would draw otherwise now. */
export const isKeyframeStale = (scene: SceneFacts, keyframe: KeyframeFacts): boolean =>
  scene.inputHash !== null &&
  isMade(keyframe) &&
  keyframe.inputHash !== keyframeHash(scene.inputHash, keyframe.position);

/** The hash that a take of this seed would have if it were filmed now; null: a scene from before hashes were kept. */
export const presentClipHash = (scene: SceneFacts, { seed }: Pick<ClipFacts, 'seed'>): string | null =>
  scene.inputHash && clipHash(scene.inputHash, { seed, own: ownKeyframes(scene) });

/** A finished take that was made from something else than its scene says now. */
export const isClipOlder = (scene: SceneFacts, clip: ClipFacts): boolean =>
  scene.inputHash !== null && isMade(clip) && clip.inputHash !== presentClipHash(scene, clip);

/** An older take that is to be made again: no person chose it for what its scene says now. */
export const isClipStale = (scene: SceneFacts, clip: ClipFacts): boolean =>
  isClipOlder(scene, clip) && (clip.chosenFor ?? null) !== presentClipHash(scene, clip);
