import { z } from 'zod';
import { cursorParameter, wholeNumberParameter } from './manifest.ts';
import { ASPECT_RATIOS, PROJECT_LIMITS, PROJECT_STATUSES, RESOLUTIONS, STAGES } from './project-values.ts';
import { snapshotAssetSchema, snapshotDataSchema } from './snapshot.ts';
import { sceneSchema, styleGuideSchema } from './storyboard.ts';
import { hashSchema, idSchema, instantSchema, lineSchema, proseSchema } from './text.ts';

export * from './project-values.ts';

export const aspectRatioSchema = z.enum(ASPECT_RATIOS);

export const resolutionSchema = z.enum(RESOLUTIONS);

export const projectStatusSchema = z.enum(PROJECT_STATUSES);

export const stageSchema = z.enum(STAGES);

export const stageStateSchema = z.enum([
  'waiting',
  'running',
  'done',
  'partial',
  'failed',
  'skipped',
  'stopped',
]);

/** The JSON in `projects.stages`. */
export const stagesSchema = z.partialRecord(
  stageSchema,
  z.object({
    state: stageStateSchema,
    started_at: instantSchema.nullable().default(null),
    finished_at: instantSchema.nullable().default(null),
    note: z.string().nullable().default(null).describe('For people: "Skipped, manifest was ready".'),
  }),
);
export type Stages = z.infer<typeof stagesSchema>;

export const generateSchema = z.strictObject({
  prompt: proseSchema(PROJECT_LIMITS.prompt)
    .refine((s) => s.length > 0, { error: 'empty' })
    .describe('What the film shows. `@CHAR_01` names an asset of the manifest by its tag.'),
  title: lineSchema(PROJECT_LIMITS.title).nullish().describe('Absent: made of the prompt.'),
  style: lineSchema(PROJECT_LIMITS.style).default('cinematic').describe('In words of your own.'),
  aspect_ratio: aspectRatioSchema.default('16:9'),
  resolution: resolutionSchema.default('720p'),
  clip_duration: z
    .number()
    .min(PROJECT_LIMITS.clipSeconds.min)
    .max(PROJECT_LIMITS.clipSeconds.max)
    .default(6)
    .describe('Seconds of one shot.'),
  total_duration: z
    .number()
    .min(PROJECT_LIMITS.totalSeconds.min)
    .max(PROJECT_LIMITS.totalSeconds.max)
    .default(15)
    .describe('Seconds of all shots together; title and end card come on top.'),
  engine: z.enum(['local']).default('local'),
  text_model: lineSchema(120).nullish().describe('For engines that ask a model; `local` asks none.'),
  image_model: lineSchema(120).nullish().describe('For engines that ask a model; `local` asks none.'),
  video_model: lineSchema(120).nullish().describe('For engines that ask a model; `local` asks none.'),
  enable_audio: z.boolean().default(false).describe('The film has a sound track.'),
  burn_captions: z
    .boolean()
    .default(false)
    .describe(
      'Draw label, sentence and tags into the picture. They are subtitles beside the film either way.',
    ),
  seed: z.number().int().min(0).max(PROJECT_LIMITS.seed).nullish().describe('Absent: by chance.'),
  run_through: z
    .enum(['storyboard', 'keyframes', 'clips'])
    .nullish()
    .describe('The last stage to run; absent: the whole film.'),
  manifest_id: idSchema.nullish().describe('Absent: a film without references.'),
});
export type GenerateInput = z.input<typeof generateSchema>;
export type Generate = z.output<typeof generateSchema>;

export const listProjectsQuerySchema = z.strictObject({
  status: projectStatusSchema.optional(),
  manifest_id: idSchema.optional().describe('Films that were made with this manifest.'),
  q: lineSchema(200).optional().describe('Found in the title or the prompt.'),
  limit: wholeNumberParameter(1, PROJECT_LIMITS.page).default(50),
  cursor: cursorParameter,
});
export type ListProjectsQuery = z.output<typeof listProjectsQuerySchema>;

export const updateProjectSchema = z.strictObject({ title: lineSchema(PROJECT_LIMITS.title).optional() });
export type UpdateProject = z.output<typeof updateProjectSchema>;

const stepSchema = {
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  url: z.string().nullable(),
  source: z.enum(['made', 'uploaded']).describe("`uploaded`: a person's own, never made again."),
  is_stale: z.boolean().describe('What it was made from is not what the scene says now.'),
  error: z.string().nullable(),
  started_at: instantSchema.nullable(),
  finished_at: instantSchema.nullable(),
};

export const projectSceneSchema = sceneSchema.extend({
  scene_id: idSchema,
  revision: z.number().int().describe('Counts edits; the ETag of the scene.'),
  starts_at: z.number().describe('Seconds from the start of the film.'),
  keyframes: z.array(z.object({ keyframe_id: idSchema, position: z.enum(['start', 'end']), ...stepSchema })),
  clips: z.array(
    z.object({
      clip_id: idSchema,
      take: z.number().int(),
      is_chosen: z.boolean(),
      seed: z.number().int().nullable().describe("Of this take; null: the film's."),
      is_older: z
        .boolean()
        .describe(
          'Made from something else than the scene says now; not stale where a person chose it nevertheless.',
        ),
      is_wanted: z.boolean().describe('Chosen as soon as it is done.'),
      progress: z.number(),
      duration: z.number().nullable(),
      ...stepSchema,
    }),
  ),
});
export type ProjectScene = z.infer<typeof projectSceneSchema>;

export const projectListItemSchema = z.object({
  project_id: idSchema,
  title: z.string(),
  prompt: z.string(),
  style: z.string(),
  aspect_ratio: aspectRatioSchema,
  resolution: resolutionSchema,
  clip_duration: z.number(),
  total_duration: z.number(),
  seed: z.number().int(),
  engine: z.string(),
  enable_audio: z.boolean(),
  burn_captions: z.boolean(),
  run_through: z.string().nullable(),
  forked_from_id: idSchema.nullable(),
  status: projectStatusSchema,
  stop_requested: z.boolean(),
  manifest_id: idSchema.nullable(),
  manifest_name: z.string().nullable(),
  manifest_version: z.number().int().nullable(),
  manifest_is_own: z.boolean().describe('Made of a quick upload that is not in the library.'),
  scenes_done: z.number().int(),
  scenes_total: z.number().int(),
  thumbnail_url: z.string().nullable().describe('First keyframe at hand.'),
  film_url: z.string().nullable(),
  film_seconds: z.number().nullable(),
  film_bytes: z.number().int().nullable(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  created_at: instantSchema,
  updated_at: instantSchema,
  started_at: instantSchema.nullable(),
  finished_at: instantSchema.nullable(),
});
export type ProjectListItem = z.infer<typeof projectListItemSchema>;

/** The JSON in `projects.output_scenes`: the scenes that a film was stitched from, in its order and its seconds. */
export const filmedScenesSchema = z.array(
  z.object({ scene_id: idSchema, title: z.string(), starts_at: z.number(), duration: z.number() }),
);
export type FilmedScene = z.infer<typeof filmedScenesSchema>[number];

export const projectDetailSchema = projectListItemSchema.extend({
  stages: stagesSchema,
  style_guide: styleGuideSchema.nullable(),
  scenes: z.array(projectSceneSchema),
  snapshot_digest: hashSchema.nullable(),
  film_hash: hashSchema.nullable(),
  is_film_stale: z.boolean().describe('The finished film shows something that was changed since.'),
  film_scenes: filmedScenesSchema
    .nullable()
    .describe('What the finished film shows when; null: there is none, or it is from before this was kept.'),
  cost: z.object({
    estimate: z.number(),
    actual: z.number(),
    entries: z.array(z.object({ step: z.string(), amount: z.number() })),
  }),
});
export type ProjectDetail = z.infer<typeof projectDetailSchema>;

/** `GET /api/projects/{id}/status`, and the data of its server-sent events. */
export const projectStatusAnswerSchema = z.object({
  project_id: idSchema,
  status: projectStatusSchema,
  stop_requested: z.boolean(),
  stages: stagesSchema,
  keyframes: z.object({ done: z.number().int(), failed: z.number().int(), total: z.number().int() }),
  clips: z.object({ done: z.number().int(), failed: z.number().int(), total: z.number().int() }),
  error_message: z.string().nullable(),
  film_url: z.string().nullable(),
  elapsed_seconds: z.number().nullable().describe('Seconds since the run began.'),
  updated_at: instantSchema,
});
export type ProjectStatusAnswer = z.infer<typeof projectStatusAnswerSchema>;

/** Data of a film's server-sent events: how far it is, and the scenes whose steps changed since the event before. */
export const projectNewsSchema = projectStatusAnswerSchema.extend({
  scenes: z.array(projectSceneSchema.pick({ scene_id: true, keyframes: true, clips: true })),
});
export type ProjectNews = z.infer<typeof projectNewsSchema>;

export const snapshotAnswerSchema = z.object({
  project_id: idSchema,
  manifest_id: idSchema,
  version: z.number().int(),
  digest: hashSchema,
  created_at: instantSchema,
  snapshot: snapshotDataSchema,
  diff: z
    .object({
      live_version: z.number().int().nullable(),
      added: z.array(z.string()),
      removed: z.array(z.string()),
      changed: z.array(z.object({ manifest_tag: z.string(), fields: z.array(z.string()) })),
      live_assets: z.array(snapshotAssetSchema).describe('Added and changed assets as they are now.'),
      touched: z
        .array(
          z.object({
            manifest_tag: z.string(),
            scenes: z.array(z.number().int()),
            redone: z.array(z.number().int()),
          }),
        )
        .describe(
          'Scenes, from 0, that hold a changed or removed asset, and those of them whose pictures it makes others.',
        ),
      redone: z
        .array(z.number().int())
        .describe('Scenes, from 0, that a film of the live manifest makes anew.'),
    })
    .nullable()
    .describe('With `?diff=live`: what is different in the library now.'),
});
export type SnapshotAnswer = z.infer<typeof snapshotAnswerSchema>;

/** 202 of `POST /api/generate`. */
export const generateAnswerSchema = z.object({
  project_id: idSchema,
  status: z.literal('pending'),
  status_url: z.string(),
  warnings: z.array(z.object({ code: z.string(), detail: z.string() })),
});
export type GenerateAnswer = z.infer<typeof generateAnswerSchema>;
