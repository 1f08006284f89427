import { v7 as uuidv7 } from 'uuid';
import { notifyManifest } from '../db/events.ts';
import { db, inOneStatement, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { cursorKey, decodeCursor, encodeCursor } from '../http/cursor.ts';
import { BULK_LIMITS, type ManifestBrief } from '../schemas/bulk.ts';
import type {
  CreateManifest,
  ListManifestsQuery,
  ManifestCategory,
  ManifestDetail,
  ManifestListItem,
  ManifestStatus,
  UpdateManifest,
} from '../schemas/manifest.ts';
import { findMatches } from '../search/search-service.ts';
import { seekWords } from '../search/sought-words.ts';
import { bulkEditManifests } from './bulk-service.ts';
import { copyManifests } from './copy-manifests.ts';
import { beginEdit, changesAnything, lockManifest, manifestNotFound } from './edit.ts';
import { detailIn } from './manifest-detail.ts';
import { toListItem } from './manifest-dto.ts';
import {
  countProjectsUsing,
  findBriefs,
  findPage,
  findProjectsUsing,
  findTags,
  insertManifest,
  type LibraryFilters,
} from './manifest-repo.ts';

/** Makes an empty DRAFT manifest, version 1. */
export const createManifest = (input: CreateManifest): Promise<ManifestListItem> =>
  inOneStatement((tx) => createManifestIn(tx, input));

/** `createManifest` inside a transaction that does more. */
export async function createManifestIn(tx: Tx, input: CreateManifest): Promise<ManifestListItem> {
  return toListItem(await insertManifest(tx, uuidv7(), input));
}

export type ManifestPage = {
  items: ManifestListItem[];
  next_cursor: string | null;
  total: number;
  /** Of all rows the search, tag and trash filters keep, whatever the status (or category) filter says. */
  counts: {
    status: Partial<Record<ManifestStatus, number>>;
    category: Partial<Record<ManifestCategory, number>>;
  };
};

/**
 * One page of the library (or of the trash) in one statement, whatever its length; a search asks the vocabulary before
 * and why each row was found after.
 * @throws AppError invalid-cursor
 */
export async function listManifests(query: ListManifestsQuery): Promise<ManifestPage> {
  const list = `manifests:${query.sort_by}:${query.sort_order}`;
  const after = query.cursor === undefined ? null : decodeCursor(list, query.cursor, SORT_KEY[query.sort_by]);
  const sought = await soughtBy(query);
  const { cards, facets } = await findPage(query, sought, after);
  const page = cards.slice(0, query.limit);
  const found = page.map(({ manifest_id: id, name, description, tags }) => ({ id, name, description, tags }));
  const matches = sought && (await findMatches(found, sought));
  const last = page.at(-1);
  return {
    items: page.map((card) => ({
      ...toListItem(card),
      ...(matches && { matches: matches.get(card.manifest_id) ?? [] }),
    })),
    next_cursor:
      last && cards.length > query.limit ? encodeCursor(list, last[query.sort_by], last.manifest_id) : null,
    total: sum(
      facets.filter(
        (f) =>
          (!query.status || f.status === query.status) && (!query.category || f.category === query.category),
      ),
    ),
    counts: {
      status: tally(
        facets.filter((f) => !query.category || f.category === query.category),
        (f) => f.status,
      ),
      category: tally(
        facets.filter((f) => !query.status || f.status === query.status),
        (f) => f.category,
      ),
    },
  };
}

const soughtBy = async ({ q, trashed }: LibraryFilters) =>
  q === undefined ? null : seekWords(q, trashed ? 'trash' : 'library');

const SORT_KEY = {
  updated_at: cursorKey.instant,
  created_at: cursorKey.instant,
  name: cursorKey.text,
  times_used: cursorKey.int,
  asset_count: cursorKey.int,
} as const;

const sum = (facets: { count: number }[]) => facets.reduce((n, f) => n + f.count, 0);

function tally<F extends { count: number }, K extends string>(
  facets: F[],
  key: (f: F) => K,
): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const f of facets) counts[key(f)] = (counts[key(f)] ?? 0) + f.count;
  return counts;
}

/** A live manifest with its assets. @throws AppError not-found */
export const getManifest = (id: string): Promise<ManifestDetail> => detailIn(db(), id);

/**
 * Changes what is given; `null` clears. With `ifRevision`, only while that is still the present revision.
 * @throws AppError not-found, precondition-failed
 */
export async function updateManifest(
  id: string,
  changes: UpdateManifest,
  { ifRevision }: { ifRevision?: number | number[] } = {},
): Promise<ManifestDetail> {
  return db().$transaction(async (tx) => {
    await lockManifest(tx, id);
    const before = await tx.manifest.findUniqueOrThrow({ where: { id } });
    const data = {
      ...(changes.name !== undefined && { name: changes.name }),
      ...(changes.description !== undefined && { description: changes.description ?? '' }),
      ...(changes.category !== undefined && { category: changes.category ?? 'CUSTOM' }),
      ...(changes.tags !== undefined && { tags: changes.tags ?? [] }),
    };
    if (ifRevision === undefined && !changesAnything(before, data)) return detailIn(tx, id);
    await beginEdit(tx, id, ifRevision);
    await tx.manifest.update({ where: { id }, data });
    return detailIn(tx, id);
  });
}

/**
 * Moves a manifest to the trash.
 * @throws AppError not-found; in-use with the films that were made with it; precondition-failed
 */
export async function deleteManifest(
  id: string,
  { ifRevision }: { ifRevision?: number[] | undefined } = {},
): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockManifest(tx, id, ifRevision);
    const [projects, count] = [await findProjectsUsing(tx, id), await countProjectsUsing(tx, id)];
    if (count > 0)
      throw new AppError('in-use', {
        detail:
          count === 1
            ? 'One film was made with this manifest. Delete the film first.'
            : `${count} films were made with this manifest. Delete them first.`,
        extra: {
          project_count: count,
          projects: projects.map((p) => ({ project_id: p.id, title: p.title })),
        },
      });
    await tx.manifest.update({ where: { id }, data: { deletedAt: new Date(), revision: { increment: 1 } } });
    await notifyManifest(tx, id);
  });
}

/** Takes a manifest out of the trash; one that is not there is left as it is. @throws AppError not-found */
export async function restoreManifest(id: string): Promise<ManifestDetail> {
  // In a transaction, so that the answer to a keyed request is stored with it.
  await db().$transaction((tx) =>
    tx.manifest.updateMany({
      where: { id, deletedAt: { not: null } },
      data: { deletedAt: null, revision: { increment: 1 } },
    }),
  );
  return getManifest(id);
}

/**
 * Deletes a manifest that is in the trash for ever, with its assets and versions. Films keep their frozen copies, and
 * with them the bytes; other bytes are left to the sweeper.
 * @throws AppError not-found; invalid-state unless it is in the trash; in-use with the films that were made with it
 */
export async function purgeManifest(id: string): Promise<void> {
  const { refused } = await bulkEditManifests({ manifest_ids: [id], purge: true });
  const refusal = refused[0];
  if (!refusal) return;
  if (refusal.code === 'not-found') throw manifestNotFound();
  if (refusal.code === 'in-use')
    throw new AppError('in-use', {
      detail: `${refusal.detail} Delete the film first.`,
      extra: { projects: refusal.projects ?? [] },
    });
  throw new AppError('invalid-state', {
    detail: 'Only a manifest in the trash can be deleted for ever. Move it to the trash first.',
  });
}

/**
 * All manifests that these filters keep, in list order, as a selection must know them: at most 10,000.
 */
export const listBriefs = async (query: LibraryFilters): Promise<ManifestBrief[]> =>
  findBriefs(query, await soughtBy(query), BULK_LIMITS.manifests);

/**
 * Copies a manifest as a new DRAFT, version 1: new ids, the same tags and counters, the same bytes.
 * The copy is of one committed version: the source cannot change while it is read.
 * @throws AppError not-found
 */
export async function duplicateManifest(
  id: string,
  { name }: { name?: string | undefined } = {},
): Promise<ManifestDetail> {
  return db().$transaction(async (tx) => {
    await lockManifest(tx, id);
    const { name: original } = await tx.manifest.findUniqueOrThrow({ where: { id }, select: { name: true } });
    const [copyId = ''] = await copyManifests(tx, [{ id, name: original, newName: name }]);
    return detailIn(tx, copyId);
  });
}

/** All tags of the library, most used first. */
export const listTags = () => findTags();
