import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { stopListening } from '#lib/db/events.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { stopSender } from '#lib/jobs/boss.ts';
import { stopProject } from '#lib/projects/project-service.ts';
import { touchProject } from '#lib/projects/run-repo.ts';
import { projectListItemSchema, projectNewsSchema } from '#lib/schemas/project.ts';
import { registerTestEngine } from '#lib/worker/testing-engine.ts';
import { driveTo, jobsOf, waitingFilm } from '#lib/worker/testing-run.ts';
import { GET as events } from './[id]/events/route.ts';
import { GET as running } from './running/route.ts';

registerTestEngine();
beforeEach(resetDatabase);
afterAll(async () => {
  await Promise.all([stopSender(), stopListening()]);
});

type Get = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

/** What a browser reads of a stream: one event after the other, without the beats. */
async function listen(get: Get, id: string, { header, address }: { header?: string; address?: string } = {}) {
  const abort = new AbortController();
  const query = address === undefined ? '' : `?last_event_id=${encodeURIComponent(address)}`;
  const headers = {
    host: '127.0.0.1',
    accept: 'text/event-stream',
    ...(header !== undefined && { 'last-event-id': header }),
  };
  const request = new Request(`http://127.0.0.1/events${query}`, { headers, signal: abort.signal });
  const response = await get(request, { params: Promise.resolve({ id }) });
  expect(response.status).toBe(200);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<{ id: string; data: unknown } | null> => {
    const read = await reader?.read();
    if (!read || read.done) return null;
    const [, name, data] = /^id: (.*)\nevent: \w+\ndata: (.*)\n\n$/.exec(read.value) ?? [];
    return name && data ? { id: name, data: JSON.parse(data) } : next();
  };
  return { next, close: () => abort.abort() };
}
const newsOf = (event: { data: unknown } | null) => projectNewsSchema.parse(event?.data);

describe('the events of a film', () => {
  it('carry the scenes whose steps changed since the state that the reader knows, and no others', async () => {
    const id = await waitingFilm();
    await driveTo(id, 'keyframing');
    const jobs = await jobsOf(id);
    await jobs[1]?.();
    await db().$executeRaw`
      UPDATE keyframes SET started_at = started_at - interval '1 minute', finished_at = finished_at - interval '1 minute'`;
    const stream = await listen(events, id);
    const first = await stream.next();
    expect(newsOf(first)).toMatchObject({ status: 'keyframing', clips: { total: 2 } });
    expect(newsOf(first).scenes).toHaveLength(1);

    await jobs[3]?.();
    let second = await stream.next();
    if (newsOf(second).scenes.every((s) => s.keyframes.every((k) => k.state !== 'done')))
      second = await stream.next();
    expect(newsOf(second).scenes).toHaveLength(1);
    expect(newsOf(second).scenes[0]?.scene_id).not.toBe(newsOf(first).scenes[0]?.scene_id);
    stream.close();
  });

  it.each(['header', 'address'] as const)(
    'go on after the last one that the reader names by its %s',
    async (by) => {
      const id = await waitingFilm();
      await driveTo(id, 'keyframing');
      const before = await listen(events, id);
      const known = (await before.next())?.id ?? '';
      before.close();
      const jobs = await jobsOf(id);
      await jobs[1]?.();
      const missed = await listen(events, id, { [by]: known });
      const news = newsOf(await missed.next());
      expect(news.updated_at > known).toBe(true);
      expect(news.scenes[0]?.keyframes[0]).toMatchObject({ position: 'start', state: 'done' });
      missed.close();

      const nothing = await listen(events, id, { [by]: news.updated_at });
      const waiting = nothing.next();
      await stopProject(id);
      expect(newsOf(await waiting), 'not what it knew').toMatchObject({ status: 'cancelled' });
      nothing.close();
    },
  );

  it('go on when the connection that hears of changes was lost', async () => {
    const id = await waitingFilm();
    const stream = await listen(events, id);
    await stream.next();
    await db().$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vidpipe-events'`;
    await stopProject(id);
    expect(newsOf(await stream.next())).toMatchObject({ status: 'cancelled' });
    stream.close();
  });

  it('no two changes have the same name, however fast they come', async () => {
    const id = await waitingFilm();
    const at = async () => (await db().project.findUniqueOrThrow({ where: { id } })).updatedAt.getTime();
    const seen = new Set<number>();
    for (let i = 0; i < 40; i += 1) {
      await db().$transaction((tx) => touchProject(tx, id));
      seen.add(await at());
    }
    expect(seen.size).toBe(40);
  });

  it('begin anew for a reader that names a state there cannot be', async () => {
    const id = await waitingFilm();
    await driveTo(id, 'keyframing');
    await (await jobsOf(id))[1]?.();
    const foreign = [
      '-271821-04-20T00:00:00.000Z',
      '+275760-09-13T00:00:00.000Z',
      '9999-01-01T00:00:00.000Z',
    ];
    for (const header of [...foreign, 'a, b', "'; --", 'x'.repeat(8_000)]) {
      const stream = await listen(events, id, { header });
      expect(newsOf(await stream.next()).scenes.length, header.slice(0, 40)).toBeGreaterThan(0);
      stream.close();
    }
  });

  it('refuse a parameter that they do not know', async () => {
    const id = await waitingFilm();
    const request = new Request('http://127.0.0.1/events?since=1', { headers: { host: '127.0.0.1' } });
    expect((await events(request, { params: Promise.resolve({ id }) })).status).toBe(422);
  });
});

describe('the films that run', () => {
  const films = (data: unknown) => projectListItemSchema.array().parse(data);

  it('are told once as JSON, without those that rest', async () => {
    const id = await waitingFilm();
    const rests = await waitingFilm();
    await stopProject(rests);
    const answer = await running(
      new Request('http://127.0.0.1/running', { headers: { host: '127.0.0.1' } }),
      {
        params: Promise.resolve({}),
      },
    );
    expect(films(await answer.json()).map((film) => film.project_id)).toEqual([id]);
  });

  it('are pushed when one begins, moves on or ends', async () => {
    const stream = await listen(running as Get, '');
    expect(films((await stream.next())?.data)).toEqual([]);
    const id = await waitingFilm();
    expect(films((await stream.next())?.data)).toMatchObject([{ project_id: id, status: 'pending' }]);
    await driveTo(id, 'keyframing');
    expect(films((await stream.next())?.data).at(0)?.project_id).toBe(id);
    await stopProject(id);
    let last = films((await stream.next())?.data);
    if (last.length > 0) last = films((await stream.next())?.data);
    expect(last).toEqual([]);
    stream.close();
  });
});
