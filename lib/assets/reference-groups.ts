import type { Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Asset as AssetRow } from '../generated/prisma/client.ts';
import { type ArrangeViews, ASSET_VIEWS, type UpdateAsset } from '../schemas/asset.ts';

/** What says where an asset stands in its group of references. */
export type Grouped = Pick<AssetRow, 'id' | 'manifestTag' | 'viewOfId' | 'view' | 'isPrimary'>;

const leaderOf = (asset: Grouped) => asset.viewOfId ?? asset.id;

function refused(pointer: string, code: string, detail: string): AppError {
  return new AppError('validation-failed', {
    detail: `The reference ${detail}.`,
    errors: [{ pointer, code, detail }],
  });
}

/**
 * The columns that put an asset where `changes` want it; the rest of its groups makes room in the same transaction.
 * What shows another asset's subject takes its own views along. The manifest must be locked.
 * @throws AppError validation-failed with a pointer
 */
export async function groupColumns(
  tx: Tx,
  before: AssetRow,
  { view, view_of_asset_id, is_primary }: UpdateAsset,
): Promise<Partial<Pick<AssetRow, 'viewOfId' | 'view' | 'isPrimary'>>> {
  if (view === undefined && view_of_asset_id === undefined && is_primary === undefined) return {};
  const viewOfId =
    view_of_asset_id === undefined ? before.viewOfId : await leaderId(tx, before, view_of_asset_id);
  const hasMoved = viewOfId !== before.viewOfId;
  const after = {
    viewOfId,
    view: view === undefined ? before.view : view,
    isPrimary: is_primary ?? before.isPrimary,
  };
  const groupId = viewOfId ?? before.id;
  const others = await tx.asset.findMany({
    where: { OR: [{ id: groupId }, { viewOfId: groupId }], NOT: { id: before.id } },
  });
  const followers =
    hasMoved && viewOfId !== null ? await tx.asset.findMany({ where: { viewOfId: before.id } }) : [];
  const taken = new Map(others.flatMap((other) => (other.view ? [[other.view, other.manifestTag]] : [])));
  for (const one of [
    { ...after, isFollower: false },
    ...followers.map((f) => ({ ...f, isFollower: true })),
  ]) {
    const holder = one.view && taken.get(one.view);
    if (holder)
      throw refused(
        one.isFollower || view === undefined ? '#/view_of_asset_id' : '#/view',
        'taken',
        `has the same side as ${holder} of its group`,
      );
    if (one.view) taken.set(one.view, one.isFollower ? 'one of its own views' : before.manifestTag);
  }
  if (is_primary === true) await giveUpPrimary(tx, [...others, ...followers]);
  else if (hasMoved && others.some((other) => other.isPrimary)) {
    after.isPrimary = false;
    await giveUpPrimary(tx, followers);
  }
  for (const { id } of followers)
    await tx.asset.update({ where: { id }, data: { viewOfId: groupId, revision: { increment: 1 } } });
  return after;
}

async function giveUpPrimary(tx: Tx, assets: AssetRow[]): Promise<void> {
  const ids = assets.filter((asset) => asset.isPrimary).map((asset) => asset.id);
  if (ids.length === 0) return;
  await tx.asset.updateMany({
    where: { id: { in: ids } },
    data: { isPrimary: false, revision: { increment: 1 } },
  });
}

/** The asset that leads the group of `wantedId`. */
async function leaderId(tx: Tx, asset: AssetRow, wantedId: string | null): Promise<string | null> {
  if (wantedId === null) return null;
  const pointer = '#/view_of_asset_id';
  if (wantedId === asset.id) throw refused(pointer, 'itself', 'cannot be a view of itself');
  const wanted = await tx.asset.findFirst({ where: { id: wantedId, manifestId: asset.manifestId } });
  if (!wanted) throw refused(pointer, 'not-found', 'must be a view of an asset of the same manifest');
  const leader = leaderOf(wanted);
  if (leader === asset.id) throw refused(pointer, 'leads', 'leads the group of that asset already');
  return leader;
}

/**
 * What changes of `assets` when the group that `leaderId` leads shows these sides: who is put in a slot joins the
 * group, who is put out leaves it (the leader only loses its side). Pure.
 * @throws AppError validation-failed with a pointer
 */
export function fillSlots<A extends Grouped>(
  assets: readonly A[],
  leaderId: string,
  slots: ArrangeViews,
): A[] {
  const given = ASSET_VIEWS.flatMap((view) => {
    const id = slots[view];
    return id === undefined ? [] : [{ view, id }];
  });
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const next = new Map(byId);
  const isMember = (asset: A) => leaderOf(asset) === leaderId;
  const placed = new Set<string>();
  for (const { view, id } of given) {
    if (id === null) continue;
    const asset = byId.get(id);
    if (!asset) throw refused(`#/${view}`, 'not-found', 'must be an asset of the same manifest');
    if (placed.has(id)) throw refused(`#/${view}`, 'repeated', 'cannot show two sides at once');
    if (!isMember(asset) && assets.some((each) => each.viewOfId === id))
      throw refused(`#/${view}`, 'leads', 'has views of its own; clear them first');
    placed.add(id);
  }
  const wanted = new Set(given.map(({ view }) => view));
  for (const asset of assets) {
    if (!isMember(asset) || !asset.view || !wanted.has(asset.view)) continue;
    next.set(asset.id, {
      ...asset,
      view: null,
      viewOfId: placed.has(asset.id) ? asset.viewOfId : null,
    });
  }
  const hasPrimary = assets.some((asset) => isMember(asset) && asset.isPrimary);
  for (const { view, id } of given) {
    const asset = id && next.get(id);
    if (!asset) continue;
    const joins = !isMember(asset);
    next.set(asset.id, {
      ...asset,
      view,
      viewOfId: asset.id === leaderId ? null : leaderId,
      isPrimary: asset.isPrimary && !(joins && hasPrimary),
    });
  }
  return [...next.values()].filter((asset) => {
    const old = byId.get(asset.id);
    return old?.view !== asset.view || old?.viewOfId !== asset.viewOfId || old?.isPrimary !== asset.isPrimary;
  });
}
