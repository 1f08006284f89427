import { z } from 'zod';
import type { GenerateInput } from '#lib/schemas/project.ts';

const KEY = 'vidpipe.generate-draft';

/** Drafts are this browser's own storage, still parsed as if foreign: a half-typed form is no valid film yet. */
const draftSchema = z.object({
  prompt: z.string(),
  title: z.string().nullish(),
  style: z.string().optional(),
  aspect_ratio: z.enum(['16:9', '9:16', '1:1']).optional(),
  clip_duration: z.number().optional(),
  total_duration: z.number().optional(),
  enable_audio: z.boolean().optional(),
  seed: z.number().nullish(),
  run_through: z.enum(['storyboard', 'keyframes', 'clips']).nullish(),
  manifest_id: z.string().nullish(),
}) satisfies z.ZodType<Partial<GenerateInput>>;
export type GenerateDraft = z.infer<typeof draftSchema>;

/** The film that was being written here; null when there is none or the storage is closed. */
export function readDraft(storage: Pick<Storage, 'getItem'> | null = openStorage()): GenerateDraft | null {
  try {
    const draft = draftSchema.safeParse(JSON.parse(storage?.getItem(KEY) ?? 'null'));
    return draft.success ? draft.data : null;
  } catch {
    return null;
  }
}

/** Keeps the draft; false when the browser does not let us (private mode, full). */
export function writeDraft(draft: GenerateInput, storage: Pick<Storage, 'setItem'> | null = openStorage()) {
  try {
    storage?.setItem(KEY, JSON.stringify(draft));
    return storage !== null;
  } catch {
    return false;
  }
}

export function clearDraft(): void {
  openStorage()?.removeItem(KEY);
}

function openStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
