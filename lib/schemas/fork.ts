import { z } from 'zod';
import { createManifestSchema } from './manifest.ts';
import { generateSchema, projectStatusSchema } from './project.ts';
import { idSchema, instantSchema } from './text.ts';
import { VERSION_LIMITS } from './version.ts';

const settings = generateSchema.shape;

/** Forks that a film lists. */
export const FORK_LIMITS = { listed: 50 } as const;

/** What the storyboard is planned from: another one of these, and the fork's is planned anew. */
export const STORYBOARD_SETTINGS = ['prompt', 'style', 'clip_duration', 'total_duration', 'seed'] as const;

/** `POST /api/projects/{id}/fork`. A setting that is absent is the film's own. */
export const forkSchema = z.strictObject({
  title: settings.title.unwrap().unwrap().optional().describe('Absent: made of the title of the film.'),
  prompt: settings.prompt.optional(),
  style: settings.style.unwrap().optional(),
  aspect_ratio: settings.aspect_ratio.unwrap().optional(),
  resolution: settings.resolution.unwrap().optional(),
  clip_duration: settings.clip_duration.unwrap().optional(),
  total_duration: settings.total_duration.unwrap().optional(),
  seed: settings.seed.unwrap().unwrap().optional(),
  enable_audio: settings.enable_audio.unwrap().optional(),
  burn_captions: settings.burn_captions.unwrap().optional(),
  run_through: settings.run_through.unwrap().unwrap().nullable().optional().describe('null: the whole film.'),
  manifest: z
    .union([z.enum(['same', 'live']), z.number().int().min(1).max(VERSION_LIMITS.version)])
    .default('same')
    .describe(
      '`same`: the snapshot of the film, bit for bit; `live`: its manifest as it is in the library now; or a version of it.',
    ),
  request_key: idSchema.optional().describe('Given by who forks: the same key again is the same fork.'),
});
export type ForkInput = z.input<typeof forkSchema>;
export type Fork = z.output<typeof forkSchema>;

export const forkQuerySchema = z.strictObject({
  dry_run: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true`: nothing is started; the answer says what the fork would share.'),
});

/** `POST …/fork?dry_run=true`: what the fork would share and make. */
export const forkPreviewSchema = z.object({
  keeps_storyboard: z.boolean().describe('False: the storyboard is planned anew, and no scene is shared.'),
  anew_because: z
    .array(z.enum([...STORYBOARD_SETTINGS, 'no-storyboard']))
    .describe('Why the storyboard is planned anew.'),
  scenes_total: z.number().int(),
  scenes_shared: z.number().int(),
  scenes: z
    .array(z.object({ index: z.number().int(), title: z.string(), is_shared: z.boolean() }))
    .describe('Of a kept storyboard, in film order.'),
  removed_tags: z
    .array(z.string())
    .describe('Tags of placements that are taken out: the manifest has them no more.'),
  own_left: z
    .number()
    .int()
    .describe('Own pictures and clips that stay behind, because they have another shape.'),
});
export type ForkPreview = z.infer<typeof forkPreviewSchema>;

/** 202 of `POST /api/projects/{id}/fork`. */
export const forkAnswerSchema = z.object({
  project_id: idSchema,
  status: projectStatusSchema,
  status_url: z.string(),
  warnings: z.array(z.object({ code: z.string(), detail: z.string() })),
});
export type ForkAnswer = z.infer<typeof forkAnswerSchema>;

const relativeSchema = z.object({ project_id: idSchema, title: z.string() });

/** `GET /api/projects/{id}/forks`. */
export const forksSchema = z.object({
  forked_from: relativeSchema.nullable().describe('null: not a fork, or what it was forked from is deleted.'),
  forks: z
    .array(relativeSchema.extend({ status: projectStatusSchema, created_at: instantSchema }))
    .describe('Newest first, at most 50.'),
  total: z.number().int(),
});
export type Forks = z.infer<typeof forksSchema>;

/** `POST /api/projects/{id}/save-manifest`. */
export const saveManifestSchema = z.strictObject({
  name: createManifestSchema.shape.name.optional().describe('Absent: the title that the film began with.'),
});
export type SaveManifest = z.output<typeof saveManifestSchema>;

export const savedManifestSchema = z.object({
  project_id: idSchema,
  manifest_id: idSchema,
  name: z.string(),
  version: z.number().int(),
});
export type SavedManifest = z.infer<typeof savedManifestSchema>;
