import { db } from '../db/prisma.ts';
import { at, type Call, call, form, keeps, picture, stream } from './testing-calls.ts';

/** What starts films; a worker makes them then. */
export const START: Call[] = [
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
export const FILM: Call[] = [
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

/** A film of uploaded pictures that rests after its storyboard. */
export const QUICK: Call[] = [
  call('saveManifest', at('quick', { body: { name: 'From a film' } })),
  call('resumeProject', at('quick')),
  call('stopProject', at('quick')),
  call('deleteProject', at('quick')),
];

/** The film has used version 1, so an edit begins version 2. */
export const VERSIONS: Call[] = [
  call('updateManifest', at('manifest', { body: { name: 'The Lamplighter, again' } })),
  call('listVersions', at('manifest')),
  call('getVersion', ({ made }) => ({ params: { id: made.manifest ?? '', version: '1' } })),
  call('compareVersions', at('manifest', { query: { from: '1', to: '2' } })),
  call('restoreVersion', ({ made }) => ({ params: { id: made.manifest ?? '', version: '1' } })),
];

export const SYSTEM: Call[] = [call('getHealth'), call('getReadiness'), call('getOpenApi')];
