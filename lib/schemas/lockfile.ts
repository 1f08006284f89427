import { z } from 'zod';
import { aspectRatioSchema, PROJECT_LIMITS, resolutionSchema } from './project.ts';
import { SCENE_LIMITS } from './scene-edit-values.ts';
import { snapshotDataSchema } from './snapshot.ts';
import { sceneSchema, styleGuideSchema } from './storyboard.ts';
import { hashSchema, idSchema, lineSchema, proseSchema } from './text.ts';

/** What a lockfile may hold coming in. */
export const LOCKFILE_LIMITS = {
  /** Of the JSON; 5,000 assets and nine thousand frames are about ten. */
  bytes: 16 * 1024 * 1024,
  /** Values in it. */
  values: 1_000_000,
  scenes: SCENE_LIMITS.perFilm,
  /** Of one scene. */
  seconds: 60,
  assets: 5000,
} as const;

export const LOCKFILE_FORMAT = 1;
/** Where the JSON Schema of this format is published; `$schema` of every lockfile. */
export const LOCKFILE_SCHEMA_PATH = '/schemas/film-lockfile-1.json';

const FRAMES_PER_SECOND = 30;
const version = z.string().min(1).max(80);

/**
 * A row of decoded frames by hash. `sha256`: over the planes Y, U, V of all of them. `marks`: four hex digits for each,
 * of the hash so far; the first that differs names the first frame that does.
 */
const frameHashSchema = z.strictObject({
  frames: z.number().int().min(1).max(1_000_000),
  sha256: hashSchema,
  marks: z.string().regex(/^(?:[0-9a-f]{4})+$/),
});

export const filmPartSchema = z.strictObject({
  part: z.enum(['title', 'scene', 'end']),
  scene: z.number().int().min(0).nullable().describe('Index of the scene; null: a card.'),
  ...frameHashSchema.shape,
});
export type FilmPart = z.infer<typeof filmPartSchema>;

/** What drew and encoded a film. */
export const madeWithSchema = z.strictObject({
  vidpipe: version,
  engine: version,
  /** The encoder's settings. */
  encoding: version,
  node_av: version,
  ffmpeg: version,
  sharp: version,
  libvips: version,
});
export type MadeWith = z.infer<typeof madeWithSchema>;

/** The JSON in `projects.output_frames`. */
export const filmFramesSchema = z.strictObject({
  film: hashSchema.describe('Of the file whose frames these are.'),
  made_with: madeWithSchema,
  parts: z.array(filmPartSchema),
});
export type FilmFrames = z.infer<typeof filmFramesSchema>;

/** The settings of a film that its frames depend on. */
export const lockedSettingsSchema = z.strictObject({
  title: lineSchema(PROJECT_LIMITS.title),
  prompt: proseSchema(PROJECT_LIMITS.prompt),
  style: lineSchema(PROJECT_LIMITS.style),
  aspect_ratio: aspectRatioSchema,
  resolution: resolutionSchema,
  clip_duration: z.number().min(0.1).max(LOCKFILE_LIMITS.seconds).describe('Seconds.'),
  total_duration: z
    .number()
    .min(0.1)
    .max(LOCKFILE_LIMITS.scenes * LOCKFILE_LIMITS.seconds)
    .describe('Seconds.'),
  seed: z.number().int().min(0).max(PROJECT_LIMITS.seed),
  enable_audio: z.boolean(),
  burn_captions: z.boolean(),
});
export type LockedSettings = z.infer<typeof lockedSettingsSchema>;

const lockedKeyframeSchema = z.strictObject({
  source: z.enum(['made', 'uploaded']),
  blob_hash: hashSchema,
});

/** The chosen take of a scene. */
const lockedTakeSchema = z.strictObject({
  source: z.enum(['made', 'uploaded']),
  seed: z
    .number()
    .int()
    .min(0)
    .max(PROJECT_LIMITS.seed)
    .nullable()
    .describe("Of this take; null: the film's."),
  input_hash: hashSchema
    .nullable()
    .describe('SHA-256 of all that determined it; null: uploaded, or made before they were kept.'),
  blob_hash: hashSchema,
  frames_hash: hashSchema.describe('SHA-256 over its decoded frames.'),
  duration: z
    .number()
    .min(1 / FRAMES_PER_SECOND)
    .max(LOCKFILE_LIMITS.seconds)
    .describe('Seconds.'),
});

const lockedPlanSchema = sceneSchema.extend({
  duration: z
    .number()
    .min(1 / FRAMES_PER_SECOND)
    .max(LOCKFILE_LIMITS.seconds),
});

export const lockedSceneSchema = z.strictObject({
  plan: lockedPlanSchema,
  input_hash: hashSchema
    .nullable()
    .describe('SHA-256 of all that determines its pictures; null: made before they were kept.'),
  keyframes: z.strictObject({
    start: lockedKeyframeSchema.nullable(),
    end: lockedKeyframeSchema.nullable(),
  }),
  take: lockedTakeSchema,
});
export type LockedScene = z.infer<typeof lockedSceneSchema>;

const share = z.number().min(-10).max(10);
const lockedStyleGuideSchema = styleGuideSchema.extend({
  // Drawn as SVG: nothing but a colour may stand here.
  palette: z.array(z.string().regex(/^#[0-9a-fA-F]{6}$/)).max(100),
  grade: z.object({ warmth: share, saturation: share, contrast: share, vignette: share }),
});

/**
 * All that determined a film, by hash: enough to verify it and to make it again. Canonical JSON (RFC 8785) without
 * times and paths, so that the same film gives the same bytes; their SHA-256 is the lockfile's digest.
 */
export const lockfileSchema = z.strictObject({
  $schema: z.literal(LOCKFILE_SCHEMA_PATH),
  format: z.literal(LOCKFILE_FORMAT),
  project_id: idSchema,
  engine: lineSchema(40),
  made_with: madeWithSchema,
  settings: lockedSettingsSchema,
  snapshot: z
    .strictObject({
      digest: hashSchema.describe('SHA-256 of the canonical JSON of `data`.'),
      data: snapshotDataSchema.extend({
        assets: snapshotDataSchema.shape.assets.max(LOCKFILE_LIMITS.assets, { error: 'too-many' }),
      }),
    })
    .nullable()
    .describe('null: made without a manifest.'),
  style_guide: lockedStyleGuideSchema,
  scenes: z.array(lockedSceneSchema).min(1).max(LOCKFILE_LIMITS.scenes, { error: 'too-many' }),
  film: z.strictObject({
    blob_hash: hashSchema.describe('SHA-256 of the MP4.'),
    frames: z.number().int().min(1),
    duration: z.number().positive().describe('Seconds.'),
    frames_hash: hashSchema.describe('SHA-256 over the `sha256` of the parts, one after another in hex.'),
    parts: z.array(filmPartSchema).min(1),
  }),
});
export type Lockfile = z.infer<typeof lockfileSchema>;

/** Something that is not as the lockfile has it. `differs`: the same film cannot be made here; `note`: it can. */
export const lockFindingSchema = z.object({
  code: z.enum([
    'snapshot-digest',
    'scene-input',
    'film-parts',
    'image-missing',
    'upload-missing',
    'engine-missing',
    'engine-version',
    'program-version',
    'library-version',
    'film-not-here',
    'film-changed',
    'frames-differ',
  ]),
  severity: z.enum(['differs', 'note']),
  detail: z.string(),
  scene: z.number().int().optional().describe('Index of the scene it is about.'),
});
export type LockFinding = z.infer<typeof lockFindingSchema>;

/** `POST /api/projects/verify`. */
export const verifyAnswerSchema = z.object({
  holds: z.boolean().describe('Nothing differs: the same film can be made here.'),
  digest: hashSchema.describe("SHA-256 of the lockfile's canonical JSON."),
  findings: z.array(lockFindingSchema),
});
export type VerifyAnswer = z.infer<typeof verifyAnswerSchema>;

export const fromLockfileQuerySchema = z.strictObject({
  dry_run: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true')
    .describe('`true`: nothing is started; the answer says what would be made.'),
});

/** `POST /api/projects/from-lockfile?dry_run=true`: what would be made. */
export const lockfilePreviewSchema = z.object({
  dry_run: z.literal(true),
  title: z.string(),
  digest: hashSchema,
  scenes: z.number().int(),
  seconds: z.number().describe('Of the film.'),
  aspect_ratio: aspectRatioSchema,
  engine: z.string(),
  manifest_name: z.string().nullable(),
  files: z
    .object({ needed: z.number().int(), here: z.number().int() })
    .describe('Images and uploads that it needs, and how many of them are at hand.'),
  findings: z.array(lockFindingSchema),
});
export type LockfilePreview = z.infer<typeof lockfilePreviewSchema>;
