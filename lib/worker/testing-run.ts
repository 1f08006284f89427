import { db } from '../db/prisma.ts';
import { generate, getProject, getProjectStatus } from '../projects/project-service.ts';
import { type GenerateInput, generateSchema, type ProjectStatus } from '../schemas/project.ts';
import { makeClipJob } from './make-clip-job.ts';
import { makeKeyframeJob } from './make-keyframe-job.ts';
import { runProjectJob } from './run-project-job.ts';

/*
 * A film taken through its run without a worker, one job after the other, so that a test decides what happens between
 * them. Films of the test engine.
 */

export const FIRST = { isRedelivered: false, signal: new AbortController().signal };

/** A film of two shots that waits for its first job. */
export async function waitingFilm(
  input: Partial<GenerateInput> = {},
  images?: Parameters<typeof generate>[1],
) {
  const parsed = generateSchema.parse({
    prompt: 'Rain. Sun.',
    clip_duration: 2,
    total_duration: 4,
    ...input,
  });
  return (await generate({ ...parsed, engine: 'test' as 'local' }, images)).project_id;
}

const runOf = async (project_id: string) => {
  const { attempt } = await db().project.findUniqueOrThrow({ where: { id: project_id } });
  return { project_id, attempt };
};

/** The jobs that a film has to have done before it is stitched, in order; those that find nothing to do are no harm. */
export async function jobsOf(id: string): Promise<(() => Promise<void>)[]> {
  const run = await runOf(id);
  // A step's own id is read when it is its turn: the storyboard makes the steps.
  const steps = async () => (await getProject(id)).scenes;
  const count = 2;
  return [
    () => runProjectJob(run, FIRST),
    ...Array.from({ length: count * 2 }, (_, i) => async () => {
      const keyframe = (await steps()).flatMap((s) => s.keyframes)[i];
      if (keyframe) await makeKeyframeJob({ ...run, keyframe_id: keyframe.keyframe_id }, FIRST);
    }),
    ...Array.from({ length: count }, (_, i) => async () => {
      const clip = (await steps()).flatMap((s) => s.clips)[i];
      if (clip) await makeClipJob({ ...run, clip_id: clip.clip_id }, FIRST);
    }),
  ];
}

/** Does a film's jobs until it is in this state. */
export async function driveTo(id: string, status: ProjectStatus): Promise<void> {
  for (const job of await jobsOf(id)) {
    if ((await statusOf(id)) === status) return;
    await job();
  }
}

export const statusOf = async (id: string): Promise<ProjectStatus> => (await getProjectStatus(id)).status;
