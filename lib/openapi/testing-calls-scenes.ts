import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { db } from '../db/prisma.ts';
import { makeTestVideo } from '../media/testing.ts';
import { getProject } from '../projects/project-service.ts';
import { at, type Call, type Context, call, form, image, keeps, scene, stopped } from './testing-calls.ts';

/** What a worker would do with the takes that were asked for. */
async function takesAreMade({ made }: Context): Promise<void> {
  const [chosen] = await db().clip.findMany({ where: { sceneId: made.scene ?? '', isChosen: true } });
  const { blobHash = null, duration = null, inputHash = null } = chosen ?? {};
  await db().clip.updateMany({
    where: { sceneId: made.scene ?? '', state: { not: 'done' } },
    data: { state: 'done', blobHash, duration, inputHash },
  });
}

/** Takes of a scene of the finished film. */
export const TAKES: Call[] = [
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

/** Edits that leave the film out of date, and what brings it up to date. */
export const EDITS: Call[] = [
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
