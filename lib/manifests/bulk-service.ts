import { notifyManifests } from '../db/events.ts';
import { db, type Tx } from '../db/prisma.ts';
import type { BulkEdit, BulkRefusal, BulkResult } from '../schemas/bulk.ts';
import { MANIFEST_LIMITS, type ManifestCategory } from '../schemas/manifest.ts';
import { findFilmUses, writeTags } from './bulk-repo.ts';
import { copyManifests } from './copy-manifests.ts';
import { beginEdits, type LockedManifest, lockManifests } from './edit.ts';
import { retag } from './retag.ts';

type Outcome = Partial<BulkResult>;

/**
 * One act on many manifests in one transaction and a fixed number of statements. A manifest that cannot take part
 * (gone, in use, too many tags) is refused by name and the others are changed all the same.
 */
export async function bulkEditManifests(edit: BulkEdit): Promise<BulkResult> {
  return db().$transaction((tx) => bulkEditIn(tx, edit));
}

/** Several edits as one: all of them or none. Takes back what `BulkResult.undo` says. */
export async function bulkEditAll(edits: BulkEdit[]): Promise<BulkResult[]> {
  return db().$transaction(async (tx) => {
    // All rows at once, in one order, before the first edit: two undos at once cannot lock each other out.
    await lockManifests(tx, [...new Set(edits.flatMap((edit) => edit.manifest_ids))]);
    const results: BulkResult[] = [];
    for (const edit of edits) results.push(await bulkEditIn(tx, edit));
    return results;
  });
}

async function bulkEditIn(tx: Tx, edit: BulkEdit): Promise<BulkResult> {
  const locked = await lockManifests(tx, edit.manifest_ids);
  const known = new Set(locked.map(({ id }) => id));
  const unknown = edit.manifest_ids.filter((id) => !known.has(id)).map((id) => missing(id, null));
  const { changed = [], made = [], refused = [], undo = [] } = await act(tx, edit, locked);
  if (changed.length > 0) await notifyManifests(tx, changed);
  return { changed, made, refused: [...refused, ...unknown], undo };
}

function act(tx: Tx, edit: BulkEdit, locked: LockedManifest[]): Promise<Outcome> {
  if (edit.category) return moveToCategory(tx, locked, edit.category);
  if (edit.delete) return moveToTrash(tx, locked);
  if (edit.restore) return restore(tx, locked);
  if (edit.duplicate) return duplicate(tx, edit, locked);
  if (edit.purge) return purge(tx, locked);
  return changeTags(tx, locked, edit);
}

const missing = (manifest_id: string, name: string | null): BulkRefusal => ({
  manifest_id,
  name,
  code: 'not-found',
  detail: 'There is no such manifest, or it was deleted.',
});

/** Edits are for live manifests: those in the trash are refused. */
function apart(locked: LockedManifest[]): { live: LockedManifest[]; refused: BulkRefusal[] } {
  return {
    live: locked.filter((manifest) => !manifest.is_trashed),
    refused: locked.filter((manifest) => manifest.is_trashed).map(({ id, name }) => missing(id, name)),
  };
}

const idsOf = (manifests: { id: string }[]) => manifests.map(({ id }) => id);

/** Undoing is grouped by what it says, so that one edit of many is taken back by few. */
function grouped<T>(changes: { id: string; back: T }[], editOf: (back: T) => Partial<BulkEdit>): BulkEdit[] {
  const groups = Map.groupBy(changes, ({ back }) => JSON.stringify(back));
  return [...groups.values()].flatMap((group) =>
    group[0] ? [{ manifest_ids: idsOf(group), ...editOf(group[0].back) }] : [],
  );
}

async function changeTags(tx: Tx, locked: LockedManifest[], edit: BulkEdit): Promise<Outcome> {
  const { live, refused } = apart(locked);
  const { add_tags: add = [], remove_tags: remove = [] } = edit;
  const wanted = live
    .map(({ id, name, tags: before }) => {
      const tags = retag(before, { add, remove });
      const back = {
        added: before.filter((tag) => !tags.includes(tag)),
        removed: tags.filter((tag) => !before.includes(tag)),
      };
      return { id, name, tags, back };
    })
    .filter(({ back }) => back.added.length + back.removed.length > 0);
  const changes = wanted.filter(({ tags }) => tags.length <= MANIFEST_LIMITS.tags);
  const full = wanted.filter(({ tags }) => tags.length > MANIFEST_LIMITS.tags);
  await beginEdits(tx, idsOf(changes));
  await writeTags(
    tx,
    changes.map(({ id, tags }) => ({ id, tags })),
  );
  return {
    changed: idsOf(changes),
    refused: [
      ...refused,
      ...full.map(({ id, name }) => ({
        manifest_id: id,
        name,
        code: 'validation-failed',
        detail: `A manifest has ${MANIFEST_LIMITS.tags} tags at most.`,
      })),
    ],
    undo: grouped(changes, ({ added, removed }) => ({
      ...(added.length > 0 && { add_tags: added }),
      ...(removed.length > 0 && { remove_tags: removed }),
    })),
  };
}

async function moveToCategory(
  tx: Tx,
  locked: LockedManifest[],
  category: ManifestCategory,
): Promise<Outcome> {
  const { live, refused } = apart(locked);
  const changes = live.filter((manifest) => manifest.category !== category);
  await beginEdits(tx, idsOf(changes));
  await tx.manifest.updateMany({ where: { id: { in: idsOf(changes) } }, data: { category } });
  return {
    changed: idsOf(changes),
    refused,
    undo: grouped(
      changes.map(({ id, category: back }) => ({ id, back })),
      (back) => ({ category: back }),
    ),
  };
}

/** Those that a film was made with stay, and the films are named. */
async function withoutUsed(tx: Tx, manifests: LockedManifest[]) {
  const uses = await findFilmUses(tx, idsOf(manifests));
  return {
    free: manifests.filter(({ id }) => !uses.has(id)),
    inUse: manifests.flatMap(({ id, name }): BulkRefusal[] => {
      const use = uses.get(id);
      if (!use) return [];
      return [
        {
          manifest_id: id,
          name,
          code: 'in-use',
          detail: use.count === 1 ? 'One film was made with it.' : `${use.count} films were made with it.`,
          projects: use.films,
        },
      ];
    }),
  };
}

async function moveToTrash(tx: Tx, locked: LockedManifest[]): Promise<Outcome> {
  const { free, inUse } = await withoutUsed(
    tx,
    locked.filter((manifest) => !manifest.is_trashed),
  );
  const changed = idsOf(free);
  await tx.manifest.updateMany({
    where: { id: { in: changed } },
    data: { deletedAt: new Date(), revision: { increment: 1 } },
  });
  return { changed, refused: inUse, undo: undoFor(changed, { restore: true }) };
}

async function restore(tx: Tx, locked: LockedManifest[]): Promise<Outcome> {
  const changed = idsOf(locked.filter((manifest) => manifest.is_trashed));
  await tx.manifest.updateMany({
    where: { id: { in: changed } },
    data: { deletedAt: null, revision: { increment: 1 } },
  });
  return { changed, undo: undoFor(changed, { delete: true }) };
}

async function duplicate(tx: Tx, edit: BulkEdit, locked: LockedManifest[]): Promise<Outcome> {
  const { live, refused } = apart(locked);
  // In the order they were asked for: the copies' ids follow it.
  const place = new Map(edit.manifest_ids.map((id, i) => [id, i]));
  const sources = live.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  const made = await copyManifests(tx, sources);
  return { changed: [], made, refused, undo: undoFor(made, { delete: true }) };
}

/** Their assets and versions go with them; the frozen copies of films stay, and so do the bytes those name. */
async function purge(tx: Tx, locked: LockedManifest[]): Promise<Outcome> {
  const { free, inUse } = await withoutUsed(
    tx,
    locked.filter((manifest) => manifest.is_trashed),
  );
  const changed = idsOf(free);
  await tx.manifest.deleteMany({ where: { id: { in: changed } } });
  const live = locked.filter((manifest) => !manifest.is_trashed);
  return {
    changed,
    refused: [
      ...inUse,
      ...live.map(({ id, name }) => ({
        manifest_id: id,
        name,
        code: 'invalid-state',
        detail: 'It is not in the trash.',
      })),
    ],
  };
}

const undoFor = (manifest_ids: string[], edit: Partial<BulkEdit>): BulkEdit[] =>
  manifest_ids.length === 0 ? [] : [{ manifest_ids, ...edit }];
