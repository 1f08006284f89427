import { z } from 'zod';

/*
 * A storyboard as an engine may answer it: models forget fields, invent tags and write enums their own way. Only what
 * nothing can be made of is refused: an answer without scenes.
 */
const text = z.string().catch('');
const number = z.number().nullable().catch(null);
/** Those elements that are of the shape; what is none is left out. */
const listOf = <T extends z.ZodType>(element: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((item) => {
        const parsed = element.safeParse(item);
        return parsed.success ? [parsed.data as z.output<T>] : [];
      }),
    );

const loosePlacementSchema = z.object({
  tag: z.string(),
  asset_type: text,
  name: text,
  role: text,
  position: text,
  action: text,
});
export type LoosePlacement = z.output<typeof loosePlacementSchema>;

const looseLineSchema = z.object({
  speaker: z.string().nullable().catch(null),
  text: z.string(),
  starts_at: number,
});
const looseAudioSchema = z
  .object({ dialogue: listOf(looseLineSchema), effects: listOf(z.string()), ambience: text, music: text })
  .catch({ dialogue: [], effects: [], ambience: '', music: '' });
export type LooseAudio = z.output<typeof looseAudioSchema>;

const looseReferenceSchema = z.object({ tag: z.string(), for: text, reason: text, chosen_by: text });
export type LooseReference = z.output<typeof looseReferenceSchema>;

const looseSceneSchema = z.object({
  title: text,
  slug_line: text,
  description: text,
  shot_type: text,
  camera_move: text,
  duration: number,
  placements: listOf(loosePlacementSchema),
  transition: text,
  references: listOf(looseReferenceSchema),
  continuity: listOf(z.string()),
  motion_prompt: text,
  audio: looseAudioSchema,
  repairs: listOf(z.object({ said: z.string(), did: z.string() })),
});
export type LooseScene = z.output<typeof looseSceneSchema>;

const looseStyleSchema = z
  .object({
    style: text,
    look: text,
    style_tags: listOf(z.string()),
    palette: listOf(z.string().regex(/^#[0-9a-f]{6}$/i)),
    grade: z
      .object({ warmth: number, saturation: number, contrast: number, vignette: number })
      .catch({ warmth: null, saturation: null, contrast: null, vignette: null }),
  })
  .catch({
    style: '',
    look: '',
    style_tags: [],
    palette: [],
    grade: { warmth: null, saturation: null, contrast: null, vignette: null },
  });
export type LooseStyle = z.output<typeof looseStyleSchema>;

export const looseStoryboardSchema = z.object({
  style_guide: looseStyleSchema,
  scenes: z.array(looseSceneSchema).min(1),
});
