import { writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createAsset } from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import type { EnginePorts } from '../engines/engine.ts';
import { stopSender } from '../jobs/boss.ts';
import { createManifest } from '../manifests/manifest-service.ts';
import { clipHash, keyframeHash } from '../pipeline/input-hash.ts';
import type { StitchInput } from '../pipeline/stitch-input.ts';
import {
  bringUpToDate,
  generate,
  getProject,
  retryProject,
  stopProject,
} from '../projects/project-service.ts';
import { addScene, orderScenes, removeScene, restoreScene, updateScene } from '../projects/scene-service.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { CARD_SECONDS, generateSchema, type ProjectDetail } from '../schemas/project.ts';
import { updateSceneSchema } from '../schemas/scene-edit.ts';
import { CAMERA_MOVES } from '../schemas/storyboard.ts';
import { type RunningWorker, startWorker } from './start-worker.ts';
import { registerTestEngine } from './testing-engine.ts';

/** The test engine's clips are no films: what would be stitched is written down instead. */
const stitched: StitchInput[] = [];
vi.mock('../pipeline/stitch-in-thread.ts', () => ({
  stitchInThread: async (input: StitchInput, { blobs }: EnginePorts) => {
    stitched.push(input);
    const path = await blobs.tempPath();
    await writeFile(path, `film ${stitched.length}`);
    const duration = input.clips.reduce((sum, clip) => sum + clip.duration, 3);
    return { path, duration, width: 1280, height: 720 };
  },
}));

const engine = registerTestEngine();
let worker: RunningWorker;

beforeAll(async () => {
  worker = await startWorker({ concurrency: 2 });
});
beforeEach(async () => {
  await resetDatabase();
  engine.clipMs = 0;
  engine.fails = () => false;
});
afterAll(async () => {
  await worker.stop();
  await stopSender();
});

/** A complete film of three shots with two characters and a place to choose from. */
async function aFilm(settings: object = {}): Promise<ProjectDetail> {
  const { manifest_id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  await createAsset(manifest_id, { name: 'Mara', asset_type: 'CHARACTER' }, await anImage('#a33'));
  await createAsset(manifest_id, { name: 'Tomas', asset_type: 'CHARACTER' }, await anImage('#3a3'));
  await createAsset(manifest_id, { name: 'Harbour', asset_type: 'ENVIRONMENT' }, await anImage('#33a'));
  const input = generateSchema.parse({
    prompt: 'The @ENV_01 at dusk. @CHAR_01 waits. The lamp goes out.',
    clip_duration: 2,
    total_duration: 6,
    manifest_id,
    ...settings,
  });
  const { project_id } = await generate({ ...input, engine: 'test' as 'local' });
  const film = await until(project_id, 'complete');
  forget();
  return film;
}

const until = async (id: string, status: string) => {
  await expect
    .poll(async () => (await getProject(id)).status, { timeout: 30_000, interval: 50 })
    .toBe(status);
  return getProject(id);
};
const update = async (id: string) => {
  await bringUpToDate(id);
  return until(id, 'complete');
};
function forget() {
  engine.made.length = 0;
  stitched.length = 0;
}
/** "keyframe 1": what the engine made since, by the scene's place, sorted. */
const made = () => engine.made.map(({ kind, scene }) => `${kind} ${scene}`).sort();
const idOf = (film: ProjectDetail, place: number) => film.scenes[place]?.scene_id ?? '';
const staleOf = (film: ProjectDetail) =>
  film.scenes.flatMap((s) => [...s.keyframes, ...s.clips].filter((step) => step.is_stale));

it('a changed description redoes the two keyframes and the clip of that scene, keeps the old take and stitches', async () => {
  const film = await aFilm();
  const scene = await updateScene(film.project_id, idOf(film, 1), { description: 'Mara turns round.' });
  expect(scene).toMatchObject({ revision: 2, description: 'Mara turns round.' });
  const edited = await getProject(film.project_id);
  expect(staleOf(edited)).toHaveLength(3);
  expect(edited.scenes[1]?.clips).toMatchObject([{ is_stale: true }]);

  const done = await update(film.project_id);
  expect(made()).toEqual(['clip 1', 'keyframe 1', 'keyframe 1']);
  expect(stitched).toHaveLength(1);
  expect(staleOf(done).map((step) => 'take' in step && step.take)).toEqual([1]);
  expect(done.scenes[1]?.clips).toMatchObject([
    { take: 1, is_chosen: false, state: 'done' },
    { take: 2, is_chosen: true, state: 'done', is_stale: false },
  ]);
  expect(done.is_film_stale).toBe(false);
});

it('an edit that is taken back after it was made chooses the kept take again', async () => {
  const film = await aFilm();
  const before = film.scenes[1]?.description ?? '';
  await updateScene(film.project_id, idOf(film, 1), { description: 'Mara turns round.' });
  await update(film.project_id);
  await updateScene(film.project_id, idOf(film, 1), { description: before });
  forget();
  const done = await update(film.project_id);
  expect(made()).toEqual(['keyframe 1', 'keyframe 1']);
  expect(done.scenes[1]?.clips).toMatchObject([
    { take: 1, is_chosen: true },
    { take: 2, is_chosen: false },
  ]);
});

it('another order redoes only the stitch', async () => {
  const film = await aFilm();
  const turned = film.scenes.map((s) => s.scene_id).reverse();
  await orderScenes(film.project_id, turned);
  const edited = await getProject(film.project_id);
  expect(edited.scenes.map((s) => s.scene_id)).toEqual(turned);
  expect(edited.scenes.map((s) => s.index)).toEqual([0, 1, 2]);
  expect(staleOf(edited)).toEqual([]);
  expect(edited.is_film_stale).toBe(true);
  const done = await update(film.project_id);
  expect(made()).toEqual([]);
  expect(stitched).toHaveLength(1);
  expect(done.is_film_stale).toBe(false);
});

it('with captions in the picture a scene that changes its number is drawn again', async () => {
  const film = await aFilm({ burn_captions: true });
  await orderScenes(film.project_id, [idOf(film, 1), idOf(film, 0), idOf(film, 2)]);
  await update(film.project_id);
  expect(made()).toEqual(['clip 0', 'clip 1', 'keyframe 0', 'keyframe 0', 'keyframe 1', 'keyframe 1']);
});

it('another transition redoes only the stitch; another length one scene', async () => {
  const film = await aFilm();
  const transition = film.scenes[1]?.transition === 'cut' ? 'dissolve' : 'cut';
  await updateScene(film.project_id, idOf(film, 1), { transition });
  await update(film.project_id);
  expect(made()).toEqual([]);
  expect(stitched[0]?.clips[1]).toMatchObject({ transition });
  forget();
  await updateScene(film.project_id, idOf(film, 2), updateSceneSchema.parse({ duration: 1.01 }));
  const done = await update(film.project_id);
  expect(made()).toEqual(['clip 2', 'keyframe 2', 'keyframe 2']);
  expect(done.scenes[2]).toMatchObject({ duration: 1 });
  const seconds = done.scenes.reduce((sum, scene) => sum + scene.duration, 0);
  expect(done.film_seconds).toBeCloseTo(seconds + 2 * CARD_SECONDS, 6);
});

it('removing a scene and undoing it leaves nothing stale and the film up to date', async () => {
  const film = await aFilm();
  await removeScene(film.project_id, idOf(film, 1));
  const without = await getProject(film.project_id);
  expect(without.scenes.map((s) => s.index)).toEqual([0, 1]);
  expect(without.is_film_stale).toBe(true);
  expect(staleOf(without)).toEqual([]);
  await restoreScene(film.project_id, idOf(film, 1));
  const back = await getProject(film.project_id);
  const places = ({ scenes }: ProjectDetail) => scenes.map((s) => [s.scene_id, s.index, s.clips]);
  expect(places(back)).toEqual(places(film));
  expect(back.is_film_stale).toBe(false);
  await expect(bringUpToDate(film.project_id)).rejects.toMatchObject({
    code: 'invalid-state',
    detail: 'This film is up to date.',
  });
  expect((await getProject(film.project_id)).status).toBe('complete');
});

it('a removed scene is not in the next film', async () => {
  const film = await aFilm();
  await removeScene(film.project_id, idOf(film, 0));
  const done = await update(film.project_id);
  expect(made()).toEqual([]);
  expect(stitched[0]?.clips).toHaveLength(2);
  expect(done).toMatchObject({ scenes_total: 2, scenes_done: 2 });
  const seconds = done.scenes.reduce((sum, scene) => sum + scene.duration, 0);
  expect(done.film_seconds).toBeCloseTo(seconds + 2 * CARD_SECONDS, 6);
});

it('an added scene is made alone, in its place', async () => {
  const film = await aFilm();
  const added = await addScene(film.project_id, {
    after: idOf(film, 0),
    title: 'Between',
    placements: [{ tag: 'CHAR_02', role: 'subject', position: 'left', action: '' }],
  });
  expect(added).toMatchObject({ index: 1, title: 'Between', duration: 2 });
  expect(added.references).toMatchObject([{ tag: 'CHAR_02', for: 'CHAR_02', chosen_by: 'person' }]);
  const done = await update(film.project_id);
  expect(made()).toEqual(['clip 1', 'keyframe 1', 'keyframe 1']);
  expect(done.scenes.map((s) => s.scene_id)).toEqual([
    idOf(film, 0),
    added.scene_id,
    idOf(film, 1),
    idOf(film, 2),
  ]);
  expect(stitched[0]?.clips).toHaveLength(4);
});

it('what a person gave is not made again, and the clip between is', async () => {
  const film = await aFilm();
  const scene = film.scenes[1];
  const start = scene?.keyframes.find((k) => k.position === 'start');
  await db().keyframe.update({
    where: { id: start?.keyframe_id ?? '' },
    data: { source: 'uploaded', inputHash: null },
  });
  await updateScene(film.project_id, idOf(film, 1), { camera_move: 'crane_up' });
  const done = await update(film.project_id);
  expect(made()).toEqual(['clip 1', 'keyframe 1']);
  expect(done.scenes[1]?.keyframes.find((k) => k.position === 'start')?.url).toBe(start?.url);
});

it('an edit is refused while the film runs', async () => {
  const film = await aFilm();
  const [id, scene] = [film.project_id, idOf(film, 0)];
  await updateScene(id, scene, { description: 'Once more.' });
  engine.clipMs = 60_000;
  await bringUpToDate(id);
  const refused = { code: 'invalid-state', status: 409 };
  await expect(updateScene(id, scene, { description: 'No.' })).rejects.toMatchObject(refused);
  await expect(addScene(id, {})).rejects.toMatchObject(refused);
  await expect(removeScene(id, scene)).rejects.toMatchObject(refused);
  await expect(restoreScene(id, scene)).rejects.toMatchObject(refused);
  await expect(
    orderScenes(
      id,
      film.scenes.map((s) => s.scene_id),
    ),
  ).rejects.toMatchObject(refused);
  await stopProject(id);
  await until(id, 'cancelled');
  engine.clipMs = 0;
  expect((await updateScene(id, scene, { description: 'Stopped.' })).description).toBe('Stopped.');
  await update(id);
});

it('a film that failed in part is whole after its failing scene is edited and retried', async () => {
  const film = await aFilm();
  await updateScene(film.project_id, idOf(film, 2), { description: 'It cannot be drawn.' });
  engine.fails = ({ scene }) => scene === 2;
  await bringUpToDate(film.project_id);
  await until(film.project_id, 'partial');
  engine.fails = () => false;
  forget();
  await updateScene(film.project_id, idOf(film, 2), { description: 'It can be drawn.' });
  await retryProject(film.project_id);
  const done = await until(film.project_id, 'complete');
  expect(made()).toEqual(['clip 2', 'keyframe 2', 'keyframe 2']);
  expect(done.scenes.flatMap((s) => s.clips.filter((c) => c.is_chosen && c.is_stale))).toEqual([]);
});

/** What has to be made, of the rows alone: hashes that are not those of the scene, and steps never done. */
async function expectedSteps(projectId: string): Promise<string[]> {
  const scenes = await db().scene.findMany({
    where: { projectId, removedAt: null },
    include: { keyframes: true, clips: true },
  });
  return scenes
    .flatMap(({ sceneIndex, inputHash, keyframes, clips }) => {
      const wanted = clipHash(inputHash ?? '', { seed: null, own: { start: null, end: null } });
      const isMade = clips.some((c) => c.state === 'done' && c.inputHash === wanted);
      const drawn = keyframes.filter(
        (k) => k.state !== 'done' || k.inputHash !== keyframeHash(inputHash ?? '', k.position),
      );
      return [...drawn.map(() => `keyframe ${sceneIndex}`), ...(isMade ? [] : [`clip ${sceneIndex}`])];
    })
    .sort();
}

const at = fc.nat({ max: 20 });
const editArbitrary = fc.oneof(
  fc.record({ op: fc.constant('text' as const), at, text: fc.constantFrom('One.', 'Two.', 'Three.') }),
  fc.record({ op: fc.constant('move' as const), at, move: fc.constantFrom(...CAMERA_MOVES) }),
  fc.record({ op: fc.constant('order' as const), at, to: at }),
  fc.record({ op: fc.constant('add' as const), at }),
  fc.record({ op: fc.constant('remove' as const), at }),
  fc.record({ op: fc.constant('restore' as const), at }),
  fc.record({ op: fc.constant('place' as const), at, tag: fc.constantFrom('CHAR_01', 'CHAR_02') }),
  fc.record({ op: fc.constant('cut' as const), at, transition: fc.constantFrom('cut', 'dissolve') }),
);
type Edit = typeof editArbitrary extends fc.Arbitrary<infer T> ? T : never;

async function apply(id: string, edit: Edit): Promise<void> {
  const { scenes } = await getProject(id);
  const scene = scenes[edit.at % scenes.length];
  if (!scene) return;
  const sceneId = scene.scene_id;
  if (edit.op === 'text') await updateScene(id, sceneId, { description: edit.text });
  if (edit.op === 'move') await updateScene(id, sceneId, { camera_move: edit.move });
  if (edit.op === 'cut')
    await updateScene(id, sceneId, { transition: edit.transition === 'cut' ? 'cut' : 'dissolve' });
  if (edit.op === 'add') await addScene(id, { after: sceneId });
  if (edit.op === 'remove' && scenes.length > 1) await removeScene(id, sceneId);
  if (edit.op === 'order') {
    const rest = scenes.map((s) => s.scene_id).filter((each) => each !== sceneId);
    await orderScenes(id, rest.toSpliced(edit.to % scenes.length, 0, sceneId));
  }
  if (edit.op === 'restore') {
    const removed = await db().scene.findMany({ where: { projectId: id, NOT: { removedAt: null } } });
    const back = removed[edit.at % Math.max(1, removed.length)];
    if (back) await restoreScene(id, back.id);
  }
  if (edit.op === 'place') {
    const others = scene.placements.filter((p) => p.tag !== edit.tag);
    const given = others.map(({ tag, role, position, action }) => ({ tag, role, position, action }));
    const added = { tag: edit.tag, role: 'subject' as const, position: 'right' as const, action: '' };
    await updateScene(id, sceneId, {
      placements: scene.placements.length > others.length ? given : [...given, added],
    });
  }
}

it('whatever is edited, bringing the film up to date makes exactly the steps whose hashes differ', {
  timeout: 300_000,
}, async () => {
  const film = await aFilm();
  const id = film.project_id;
  await fc.assert(
    fc.asyncProperty(fc.array(editArbitrary, { minLength: 1, maxLength: 6 }), async (edits) => {
      for (const edit of edits) await apply(id, edit);
      const expected = await expectedSteps(id);
      const isStale = (await getProject(id)).is_film_stale;
      forget();
      const started = await bringUpToDate(id).catch((error: { detail: string }) => error.detail);
      if (started === 'This film is up to date.') {
        expect(expected).toEqual([]);
        expect(isStale).toBe(false);
        return;
      }
      const done = await until(id, 'complete');
      expect(made()).toEqual(expected);
      expect(stitched).toHaveLength(1);
      expect(stitched[0]?.clips).toHaveLength(done.scenes.length);
      expect(done.is_film_stale).toBe(false);
      expect(done.scenes.map((s) => s.index)).toEqual(done.scenes.map((_, place) => place));
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
