import type { GenerateInput } from '#lib/schemas/project.ts';
import type { GenerateDraft } from './generate-draft-schema.ts';

const KEY = 'vidpipe.generate-draft';

/** The film that was being written here; null when there is none or the storage is closed. */
export async function readDraft(
  storage: Pick<Storage, 'getItem'> | null = openStorage(),
): Promise<GenerateDraft | null> {
  try {
    const text = storage?.getItem(KEY);
    if (!text) return null;
    const { generateDraftSchema } = await import('./generate-draft-schema.ts');
    const draft = generateDraftSchema.safeParse(JSON.parse(text));
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
