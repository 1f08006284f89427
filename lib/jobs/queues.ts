import { z } from 'zod';
import { idSchema } from '../schemas/text.ts';

const attempt = z.number().int().positive();
const projectJob = z.object({ project_id: idSchema, attempt });

/**
 * Every queue with the payload of its jobs. A job carries ids only: the row says what is to be done, and a job of an
 * older attempt or a finished run does nothing.
 */
export const QUEUES = {
  /** Analyses one image of a manifest. */
  'analyse-asset': z.object({ manifest_id: idSchema, asset_id: idSchema, run_id: idSchema }),
  /** Draws the contact sheet and lets the manifest rest. */
  'finish-processing': z.object({ manifest_id: idSchema, run_id: idSchema }),
  /** Fetches the image of an asset from the address that its import names. */
  'fetch-image': z.object({ asset_id: idSchema }),
  /** Looks at a film and takes it one stage further. */
  'run-project': projectJob,
  keyframe: projectJob.extend({ keyframe_id: idSchema }),
  clip: projectJob.extend({ clip_id: idSchema }),
  stitch: projectJob,
  /** Hashes the frames of a finished film, for its lockfile. */
  'hash-film': projectJob,
  /** Chores of the installation, sent by schedule; one worker does each. */
  maintenance: z.object({ task: z.literal('sweep') }),
} as const;

export type QueueName = keyof typeof QUEUES;
export type JobPayload<Q extends QueueName> = z.output<(typeof QUEUES)[Q]>;

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];

/** Jobs that failed for good, with the queue they come from. */
export const DEAD_LETTER_QUEUE = 'dead-letter';

export const QUEUE_OPTIONS = {
  notify: true,
  // A worker that is silent for so long is dead; its jobs go to another. 10 is the least pg-boss takes.
  heartbeatSeconds: 10,
  // The heartbeat tells dead from busy, so a job may be long.
  expireInSeconds: 60 * 60,
  // Not what stops a job that ends its worker (docs/decisions/010): only for one that takes a whole machine with it.
  retryLimit: 100,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 5,
  deleteAfterSeconds: 60 * 60,
} as const;
