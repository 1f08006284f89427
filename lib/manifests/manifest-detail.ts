import { db, type Tx } from '../db/prisma.ts';
import type { ManifestDetail } from '../schemas/manifest.ts';
import { manifestNotFound } from './edit.ts';
import { toListItem } from './manifest-dto.ts';
import { findDetail } from './manifest-repo.ts';

/** `getManifest` as the text of its answer: its many assets stay as the database wrote them. @throws AppError not-found */
export async function getManifestText(id: string): Promise<{ text: string; revision: number }> {
  const { head, assets } = await readDetail(db(), id);
  return { text: `${JSON.stringify(head).slice(0, -1)},"assets":${assets}}`, revision: head.revision };
}

/** `getManifest` inside a transaction. @throws AppError not-found */
export async function detailIn(tx: Tx, id: string): Promise<ManifestDetail> {
  const { head, assets } = await readDetail(tx, id);
  return { ...head, assets: JSON.parse(assets) };
}

async function readDetail(tx: Tx, id: string) {
  const row = await findDetail(tx, id);
  if (!row) throw manifestNotFound();
  const { total_processing_cost, parent_manifest_id, owner_project_id } = row.card;
  const head = { ...toListItem(row.card), total_processing_cost, parent_manifest_id, owner_project_id };
  return { head, assets: row.assets };
}
