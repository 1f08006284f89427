type Fields = Record<string, unknown>;

export type MergedEdit = {
  /** What to send: what nobody else changed, and tags with both sides' changes. */
  send: Fields;
  /** What the other side holds of the fields that both changed, each in its own way. */
  conflicts: Fields;
};

/**
 * Three-way merge of an edit, field by field. `bases` is what the fields held when the edit began, `current` what the
 * server holds now. A field that both sides changed to the same is settled and neither sent nor in conflict.
 */
export function mergeEdit(changes: Fields, bases: Fields, current: Fields): MergedEdit {
  const merged: MergedEdit = { send: {}, conflicts: {} };
  for (const [field, mine] of Object.entries(changes)) {
    const theirs = current[field];
    const base = bases[field];
    if (isSame(base, theirs) || isFromAnalysis(current, field)) merged.send[field] = mine;
    else if (isSame(mine, theirs)) continue;
    else if (Array.isArray(mine) && Array.isArray(theirs))
      merged.send[field] = mergeLabels(mine, Array.isArray(base) ? base : [], theirs);
    else merged.conflicts[field] = theirs;
  }
  return merged;
}

/** A text that an analysis composed gives way to what a person writes. */
const isFromAnalysis = (current: Fields, field: string) => current[`${field}_origin`] === 'analysis';

/** Labels are a set: what I removed goes, what I added comes, the other side's changes stay. */
function mergeLabels(mine: unknown[], base: unknown[], theirs: unknown[]): unknown[] {
  const removed = base.filter((label) => !mine.includes(label));
  const added = mine.filter((label) => !base.includes(label) && !theirs.includes(label));
  return [...theirs.filter((label) => !removed.includes(label)), ...added];
}

/** As the server stores it: null is an empty text, and texts are NFC without space around them. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  return stored(a) === stored(b);
}

function stored(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value.normalize('NFC').trim() : value;
}
