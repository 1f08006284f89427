import type { FilmSettings, SceneInput } from '../engines/engine.ts';
import { sceneHash } from '../pipeline/input-hash.ts';
import type { StitchInput } from '../pipeline/stitch-input.ts';
import { type FilmRow, settingsOf, stitchInputOf } from '../projects/film-parts.ts';
import type { LockedScene, LockedSettings, Lockfile } from '../schemas/lockfile.ts';

/* A lockfile's film in the forms that the stages take, by the same functions that read it from its rows. */

// A new setting does not compile before a lockfile holds it.
const KEYS = {
  title: 'title',
  prompt: 'prompt',
  style: 'style',
  aspectRatio: 'aspect_ratio',
  resolution: 'resolution',
  clipDuration: 'clip_duration',
  totalDuration: 'total_duration',
  seed: 'seed',
  enableAudio: 'enable_audio',
  burnCaptions: 'burn_captions',
} as const satisfies Record<keyof FilmSettings, keyof LockedSettings>;

export const toLockedSettings = (settings: FilmSettings): LockedSettings =>
  Object.fromEntries(
    Object.entries(KEYS).map(([from, to]) => [to, settings[from as keyof FilmSettings]]),
  ) as LockedSettings;

/** The columns of a film's row that its frames depend on. */
export const rowOf = ({ project_id, settings: s, style_guide }: Lockfile): FilmRow => ({
  id: project_id,
  title: s.title,
  prompt: s.prompt,
  style: s.style,
  aspectRatio: s.aspect_ratio,
  resolution: s.resolution,
  targetClipDuration: s.clip_duration,
  totalDuration: s.total_duration,
  seed: s.seed,
  enableAudio: s.enable_audio,
  burnCaptions: s.burn_captions,
  styleGuide: style_guide,
});

const uploadOf = (keyframe: LockedScene['keyframes']['start']) =>
  keyframe?.source === 'uploaded' ? keyframe.blob_hash : null;

/** What one shot is made from, at the seed of its take. */
export function sceneInputOfLock(lock: Lockfile, scene: LockedScene): SceneInput {
  const settings = settingsOf(rowOf(lock));
  const { seed } = scene.take;
  return {
    settings: seed === null ? settings : { ...settings, seed },
    snapshot: lock.snapshot?.data ?? null,
    styleGuide: lock.style_guide,
    scene: scene.plan,
    own: { start: uploadOf(scene.keyframes.start), end: uploadOf(scene.keyframes.end) },
    takeSeed: seed,
  };
}

/** The hash of all that determines a scene's pictures, worked out from what the lockfile says. */
export const sceneHashOfLock = (lock: Lockfile, { plan }: LockedScene): string =>
  sceneHash(lock.engine, {
    settings: settingsOf(rowOf(lock)),
    snapshot: lock.snapshot?.data ?? null,
    styleGuide: lock.style_guide,
    scene: plan,
  });

/** What the film is joined from; `clipHashes` in the order of its scenes. */
export function stitchInputOfLock(lock: Lockfile, clipHashes: string[]): StitchInput {
  const scenes = lock.scenes.map(({ plan, take }, i) => ({
    plan,
    clips: [{ isChosen: true, state: 'done', blobHash: clipHashes[i] ?? null, duration: take.duration }],
  }));
  const { digest, data } = lock.snapshot ?? {};
  return stitchInputOf(
    rowOf(lock),
    scenes,
    digest && data ? { digest, manifestName: data.manifest.name, version: data.manifest.version } : null,
  );
}

export type NeededFile = {
  hash: string;
  kind: 'image' | 'keyframe' | 'clip';
  /** For people: "CHAR_01 Mara", "the clip of scene 3". */
  label: string;
  scene: number | null;
};

/** Every file that the film is made from: the images of the snapshot and what people uploaded, each once. */
export function neededFiles({ snapshot, scenes }: Lockfile): NeededFile[] {
  const images = (snapshot?.data.assets ?? []).flatMap(({ image_hash, manifest_tag, name }): NeededFile[] =>
    image_hash ? [{ hash: image_hash, kind: 'image', label: `${manifest_tag} ${name}`, scene: null }] : [],
  );
  const uploads = scenes.flatMap(({ keyframes, take }, scene): NeededFile[] => [
    ...(['start', 'end'] as const).flatMap((position): NeededFile[] => {
      const hash = uploadOf(keyframes[position]);
      const label = `the ${position} keyframe of scene ${scene + 1}`;
      return hash ? [{ hash, kind: 'keyframe', label, scene }] : [];
    }),
    ...(take.source === 'uploaded'
      ? [{ hash: take.blob_hash, kind: 'clip' as const, label: `the clip of scene ${scene + 1}`, scene }]
      : []),
  ]);
  return [
    ...new Map([...images, ...uploads].toReversed().map((file) => [file.hash, file])).values(),
  ].reverse();
}
