import type { GenerateInput } from '#lib/schemas/project.ts';
import { openStorage } from './browser-storage.ts';
import type { GenerateDraft } from './generate-draft-schema.ts';

/** `draft`: what is being written. `earlier`: the one that gave way to another film's values. */
const KEYS = { draft: 'vidpipe.generate-draft', earlier: 'vidpipe.generate-draft.earlier' } as const;
export type DraftPlace = keyof typeof KEYS;

/** The film that was being written here; null when there is none or the storage is closed. */
export async function readDraft(
  storage: Pick<Storage, 'getItem'> | null = openStorage('local'),
  place: DraftPlace = 'draft',
): Promise<GenerateDraft | null> {
  try {
    const text = storage?.getItem(KEYS[place]);
    if (!text) return null;
    const { generateDraftSchema } = await import('./generate-draft-schema.ts');
    const draft = generateDraftSchema.safeParse(JSON.parse(text));
    return draft.success ? draft.data : null;
  } catch {
    return null;
  }
}

/** Keeps the draft; false when the browser does not let us (private mode, full). */
export function writeDraft(
  draft: GenerateInput,
  storage: Pick<Storage, 'setItem'> | null = openStorage('local'),
  place: DraftPlace = 'draft',
) {
  try {
    storage?.setItem(KEYS[place], JSON.stringify(draft));
    return storage !== null;
  } catch {
    return false;
  }
}

export function clearDraft(place: DraftPlace = 'draft'): void {
  openStorage('local')?.removeItem(KEYS[place]);
}
