import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { pngOf } from '../assets/testing.ts';
import { db } from '../db/prisma.ts';
import { makeTestVideo } from '../media/testing.ts';
import { getProject } from '../projects/project-service.ts';

/* A day in the life of the API: every operation at least once, in an order that makes sense. */

export type Sent = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** JSON, a form, or bytes with `headers` that say what they are. */
  body?: unknown;
};
export type Heard = { status: number; headers: Headers; body: unknown };

/** What the calls before have made: ids and files by a name. */
export type Made = Record<string, string> & { bytes?: never };
export type Files = Map<string, Buffer>;
type Context = { made: Made; files: Files };

/** One call: the operation, what is sent, what of the answer later calls need. */
export type Call = {
  id: string;
  send?: (context: Context) => Sent | Promise<Sent>;
  keep?: (answer: Heard, context: Context) => void | Promise<void>;
  /** Where it is not the first good answer that the operation names. */
  status?: number;
};

const call = (id: string, send?: Call['send'] | Sent, keep?: Call['keep'], status?: number): Call => ({
  id,
  ...(send && { send: typeof send === 'function' ? send : () => send }),
  ...(keep && { keep }),
  ...(status && { status }),
});

const field = (answer: Heard, name: string): string => String((answer.body as Record<string, unknown>)[name]);
const keeps =
  (name: string, of: string): Call['keep'] =>
  (answer, { made }) => {
    made[name] = field(answer, of);
  };
const at =
  (name: string, more: Omit<Sent, 'params'> = {}): Call['send'] =>
  ({ made }) => ({ params: { id: made[name] ?? '' }, ...more });
const stream = { headers: { accept: 'text/event-stream' } };

async function form(files: Record<string, Buffer>, fields: Record<string, string> = {}, field = 'file') {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  for (const [name, bytes] of Object.entries(files))
    data.append(field, new Blob([new Uint8Array(bytes)]), name);
  return data;
}
const picture = (colour: string) => pngOf(colour, { width: 400, height: 300 });
const image = async (colour: string, fields?: Record<string, string>) =>
  form({ [`${colour.slice(1)}.png`]: await picture(colour) }, fields);

const scene =
  (more: Record<string, string> = {}, sent: Omit<Sent, 'params'> = {}): Call['send'] =>
  ({ made }) => ({ params: { id: made.film ?? '', scene_id: made.scene ?? '', ...more }, ...sent });
/** A film at work takes no edits. */
const stopped = call('stopProject', at('film'));

const LIBRARY: Call[] = [
  call(
    'createManifest',
    { body: { name: 'The Lamplighter', category: 'FULL_PRODUCTION', tags: ['harbour'] } },
    keeps('manifest', 'manifest_id'),
  ),
  call(
    'createAsset',
    at('manifest', { body: { name: 'Lantern', asset_type: 'PROP' } }),
    keeps('lantern', 'asset_id'),
  ),
  call(
    'createAssetWithImage',
    async ({ made }) => ({
      params: { id: made.manifest ?? '' },
      body: await image('#a33a33', { name: 'Mara', asset_type: 'CHARACTER' }),
    }),
    keeps('mara', 'asset_id'),
  ),
  call(
    'createAssetWithImage',
    async ({ made }) => ({
      params: { id: made.manifest ?? '' },
      body: await image('#3333aa', { name: 'Pier', asset_type: 'ENVIRONMENT' }),
    }),
    keeps('pier', 'asset_id'),
  ),
  call(
    'uploadAssetImage',
    async ({ made }) => ({ params: { id: made.lantern ?? '' }, body: await image('#c8a020') }),
    (answer, { made }) => {
      made.hash = /[0-9a-f]{64}/.exec(field(answer, 'reference_image_url'))?.[0] ?? '';
    },
  ),
  call('getBlob', ({ made }) => ({ params: { hash: made.hash ?? '' }, query: { w: '320' } })),
  call(
    'getBlob',
    ({ made }) => ({ params: { hash: made.hash ?? '' }, headers: { range: 'bytes=0-9' } }),
    undefined,
    206,
  ),
  call('updateAsset', at('mara', { body: { description: 'The keeper.', is_primary: true } })),
  call(
    'cropAsset',
    at('mara', {
      body: {
        bbox: { x: 0.1, y: 0.1, width: 0.6, height: 0.8 },
        name: 'Mara, face',
        asset_type: 'CHARACTER',
      },
    }),
    keeps('face', 'asset_id'),
  ),
  call('arrangeViews', ({ made }) => ({ params: { id: made.mara ?? '' }, body: { side: made.face } })),
  call('changeAssets', ({ made }) => ({
    params: { id: made.manifest ?? '' },
    body: { op: 'tags', asset_ids: [made.mara], add: ['lead'] },
  })),
  call(
    'createAsset',
    at('manifest', { body: { name: 'Lamp', asset_type: 'PROP' } }),
    keeps('lamp', 'asset_id'),
  ),
  call('mergeAssets', ({ made }) => ({
    params: { id: made.manifest ?? '' },
    body: { into: made.lantern, asset_ids: [made.lamp] },
  })),
  call(
    'createAsset',
    at('manifest', { body: { name: 'Rope', asset_type: 'PROP' } }),
    keeps('rope', 'asset_id'),
  ),
  call('deleteAsset', at('rope')),
  call('orderAssets', ({ made }) => ({
    params: { id: made.manifest ?? '' },
    body: { asset_ids: [made.pier, made.mara, made.face, made.lantern] },
  })),
  call('listAssets', at('manifest')),
  call('getAssetUsage', at('mara')),
  call('processManifest', at('manifest', { body: { scope: 'all' } })),
  call('getManifestProgress', at('manifest')),
  call('getManifestProgress', at('manifest', stream)),
  call('cancelProcessing', at('manifest')),
  call('reprocessAsset', at('pier')),
  call('cancelProcessing', at('manifest')),
  call('listManifests', { query: { q: 'lamp', limit: '10' } }),
  call('listManifestBriefs', { query: { category: 'FULL_PRODUCTION' } }),
  call('getManifest', at('manifest')),
  call('updateManifest', at('manifest', { body: { description: 'A keeper, a lamp, a harbour.' } })),
  call('getContactSheet', at('manifest')),
  call('getContactSheet', at('manifest', { query: { format: 'pdf' } })),
  call('listTags'),
  call(
    'duplicateManifest',
    at('manifest', { query: { name: 'The Lamplighter II' } }),
    keeps('copy', 'manifest_id'),
  ),
  call('deleteManifest', at('copy')),
  call('restoreManifest', at('copy')),
  call('bulkEditManifests', ({ made }) => ({ body: { manifest_ids: [made.copy], category: 'CHARACTERS' } })),
  call('exportManifest', at('manifest'), ({ body }, { files }) => void files.set('manifest', body as Buffer)),
  call('exportManifests', ({ made }) => ({ query: { ids: `${made.manifest},${made.copy}` } })),
  call('importBundle', async ({ files }) => ({
    query: { dry_run: 'true' },
    body: await form({ 'a.manifest.zip': files.get('manifest') ?? Buffer.alloc(0) }),
  })),
  call(
    'importBundle',
    ({ files }) => ({ headers: { 'content-type': 'application/zip' }, body: files.get('manifest') }),
    undefined,
    201,
  ),
  call('search', { query: { q: 'mara' } }),
];

const START: Call[] = [
  call('planFilm', ({ made }) => ({
    body: { prompt: 'The @ENV_01 at dusk. @CHAR_01 waits.', manifest_id: made.manifest },
  })),
  call(
    'createPreset',
    { body: { name: 'Square', settings: { aspect_ratio: '1:1', clip_duration: 2, total_duration: 4 } } },
    keeps('preset', 'preset_id'),
  ),
  call('listPresets'),
  call('updatePreset', at('preset', { body: { name: 'Small and square' } })),
  call('deletePreset', at('preset')),
  call(
    'generateFromUpload',
    async () => ({
      body: await form(
        { 'mara.png': await picture('#a33a33') },
        { prompt: 'Mara waits.', run_through: 'storyboard' },
        'images[]',
      ),
    }),
    keeps('quick', 'project_id'),
  ),
  call(
    'generate',
    ({ made }) => ({
      body: {
        prompt: 'The @ENV_01 at dusk. @CHAR_01 waits.',
        title: 'Dusk',
        aspect_ratio: '1:1',
        clip_duration: 2,
        total_duration: 2,
        seed: 7,
        manifest_id: made.manifest,
      },
    }),
    keeps('film', 'project_id'),
  ),
  call('listRunning'),
  call('listRunning', stream),
  call('streamProject', at('film')),
];

/** What can be asked of a film that is complete. */
const FILM: Call[] = [
  call('getProjectStatus', at('film')),
  call('getProject', at('film'), ({ body }, { made }) => {
    made.scene = (body as { scenes: { scene_id: string }[] }).scenes[0]?.scene_id ?? '';
  }),
  call('listProjects', { query: { status: 'complete' } }),
  call('getSnapshot', at('film', { query: { diff: 'live' } })),
  call('getAssetUsage', at('mara')),
  call('getFilm', at('film')),
  call('getFilm', at('film', { headers: { range: 'bytes=0-9' } }), undefined, 206),
  call('getSubtitles', at('film')),
  call('getKeyframes', at('film')),
  call('getStoryboard', at('film', { query: { format: 'pdf' } })),
  call('getStoryboard', at('film', { query: { format: 'csv' } })),
  call('getHandOff', at('film', { query: { format: 'otio' } })),
  call('getHandOff', at('film', { query: { format: 'fcpxml' } })),
  call('getHandOff', at('film', { query: { format: 'edl' } })),
  call('getHandOff', at('film', { query: { format: 'edl', media: '1' } })),
  call(
    'getLockfile',
    at('film'),
    ({ body }, { files }) => void files.set('lock', Buffer.from(JSON.stringify(body))),
  ),
  call('getFilmBundle', at('film'), ({ body }, { files }) => void files.set('bundle', body as Buffer)),
  call('verifyLockfile', ({ files }) => ({ body: JSON.parse(String(files.get('lock'))) })),
  call('filmFromLockfile', async ({ files }) => ({
    query: { dry_run: 'true' },
    body: await form({ 'film.zip': files.get('bundle') ?? Buffer.alloc(0) }, {}, 'bundle'),
  })),
  call('forkProject', at('film', { query: { dry_run: 'true' }, body: { aspect_ratio: '9:16' } })),
  call('forkProject', at('film', { body: { aspect_ratio: '9:16' } }), keeps('fork', 'project_id'), 202),
  call('stopProject', at('fork')),
  call('listForks', at('film')),
  call('retryProject', async ({ made }) => {
    // No film of the engine fails by itself.
    await db().project.update({ where: { id: made.fork ?? '' }, data: { status: 'failed' } });
    return { params: { id: made.fork ?? '' } };
  }),
  call('stopProject', at('fork')),
];

const QUICK: Call[] = [
  call('saveManifest', at('quick', { body: { name: 'From a film' } })),
  call('resumeProject', at('quick')),
  call('stopProject', at('quick')),
  call('deleteProject', at('quick')),
];

/** The film has used version 1, so an edit begins version 2. */
const VERSIONS: Call[] = [
  call('updateManifest', at('manifest', { body: { name: 'The Lamplighter, again' } })),
  call('listVersions', at('manifest')),
  call('getVersion', ({ made }) => ({ params: { id: made.manifest ?? '', version: '1' } })),
  call('compareVersions', at('manifest', { query: { from: '1', to: '2' } })),
  call('restoreVersion', ({ made }) => ({ params: { id: made.manifest ?? '', version: '1' } })),
];

/** What a worker would do with the takes that were asked for. */
async function takesAreMade({ made }: Context): Promise<void> {
  const [chosen] = await db().clip.findMany({ where: { sceneId: made.scene ?? '', isChosen: true } });
  const { blobHash = null, duration = null, inputHash = null } = chosen ?? {};
  await db().clip.updateMany({
    where: { sceneId: made.scene ?? '', state: { not: 'done' } },
    data: { state: 'done', blobHash, duration, inputHash },
  });
}

const TAKES: Call[] = [
  call('uploadOwnClip', async ({ made }) => {
    const file = path.join(made.folder ?? '', 'own.mp4');
    await makeTestVideo(file, { seconds: 3 });
    const params = { id: made.film ?? '', scene_id: made.scene ?? '' };
    return { params, body: await form({ 'own.mp4': await readFile(file) }) };
  }),
  stopped,
  call('anotherTake', async (context) => {
    await takesAreMade(context);
    return { params: { id: context.made.film ?? '', scene_id: context.made.scene ?? '' }, body: { seed: 7 } };
  }),
  stopped,
  call('chooseTake', async (context) => {
    await takesAreMade(context);
    return { params: { id: context.made.film ?? '', scene_id: context.made.scene ?? '', take: '1' } };
  }),
  call('removeTake', scene({ take: '2' })),
  call('restoreTake', scene({ take: '2' })),
];

const EDITS: Call[] = [
  call('updateProject', at('film', { body: { title: 'The last lamp' } })),
  call(
    'addScene',
    ({ made }) => ({
      params: { id: made.film ?? '' },
      body: { after: made.scene, title: 'Night', description: 'The lamp goes out.', duration: 2 },
    }),
    keeps('added', 'scene_id'),
  ),
  call('updateScene', scene({}, { body: { shot_type: 'close_up' } })),
  call('orderScenes', async ({ made }) => {
    const { scenes } = await getProject(made.film ?? '');
    return {
      params: { id: made.film ?? '' },
      body: { scene_ids: scenes.map((s) => s.scene_id).toReversed() },
    };
  }),
  call('removeScene', ({ made }) => ({ params: { id: made.film ?? '', scene_id: made.added ?? '' } })),
  call('restoreScene', ({ made }) => ({ params: { id: made.film ?? '', scene_id: made.added ?? '' } })),
  call('setOwnKeyframe', async ({ made }) => ({
    params: { id: made.film ?? '', scene_id: made.scene ?? '', position: 'start' },
    body: await image('#20a070'),
  })),
  call('removeOwnKeyframe', scene({ position: 'start' })),
  call('bringUpToDate', at('film')),
];

const SYSTEM: Call[] = [call('getHealth'), call('getReadiness'), call('getOpenApi')];

/** Every call in its order: before a film is made, while a worker makes it, and of the finished film. */
export const CALLS = {
  before: [...LIBRARY, ...START],
  withWorker: SYSTEM,
  after: [...FILM, ...QUICK, ...VERSIONS, ...TAKES, ...EDITS],
};

/** What one call sends, checked to name nothing that is not there yet. */
export async function sentOf({ id, send }: Call, context: Context): Promise<Sent> {
  const sent = (await send?.(context)) ?? {};
  for (const [name, value] of Object.entries(sent.params ?? {})) expect(value, `${id}: ${name}`).not.toBe('');
  return sent;
}
