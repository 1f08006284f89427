// Entry of a process of its own, forked by conform-in-child.ts: what a hostile video breaks, it breaks here.
import { rm } from 'node:fs/promises';
import { type ConformTask, conformVideo, Unusable } from './conform-video.ts';

export type ConformNews =
  | { kind: 'progress'; share: number }
  | { kind: 'done' }
  /** `detail` may be shown to people; null: it could not be read. */
  | { kind: 'failed'; detail: string | null; reason: string };

/** Less than this is not worth telling. */
const PROGRESS_STEP = 0.01;

async function conform(task: ConformTask): Promise<ConformNews> {
  let told = 0;
  try {
    await conformVideo(task, (share) => {
      if (share - told < PROGRESS_STEP) return;
      told = share;
      process.send?.({ kind: 'progress', share } satisfies ConformNews);
    });
    return { kind: 'done' };
  } catch (error) {
    await rm(task.target, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', detail: error instanceof Unusable ? reason : null, reason };
  }
}

process.on('message', async (task: ConformTask) => {
  process.send?.(await conform(task), () => process.exit(0));
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group: the parent decides.
process.on('SIGINT', () => {});
