import type { Tx } from '../db/prisma.ts';
import { Prisma } from '../db/prisma.ts';

/** A scene of a film with its keyframes and takes, those that were deleted too; null when it is not in the film. */
export const findSceneWithTakes = (tx: Tx, projectId: string, sceneId: string) =>
  tx.scene.findFirst({
    where: { id: sceneId, projectId, removedAt: null },
    include: { keyframes: true, clips: { orderBy: { take: 'asc' } } },
  });

export type SceneWithTakes = NonNullable<Awaited<ReturnType<typeof findSceneWithTakes>>>;

/**
 * Makes a take the one that the film uses. The film is locked, so that of two at once one comes after the other; at no
 * moment are two of a scene chosen. `chosenFor` see the schema.
 */
export async function chooseClip(
  tx: Tx,
  { id, sceneId }: { id: string; sceneId: string },
  chosenFor: string | null,
): Promise<void> {
  await tx.clip.updateMany({
    where: { sceneId, id: { not: id }, isChosen: true },
    data: { isChosen: false, chosenFor: null },
  });
  // Whoever chooses takes back the wish for another.
  await tx.clip.updateMany({ where: { sceneId, isWanted: true }, data: { isWanted: false } });
  await tx.clip.update({ where: { id }, data: { isChosen: true, chosenFor } });
}

/** Chooses a take that is done now and was asked for; does nothing for any other. */
export async function chooseWanted(tx: Tx, clipId: string): Promise<void> {
  const clip = await tx.clip.findUnique({ where: { id: clipId }, select: { sceneId: true, isWanted: true } });
  if (clip?.isWanted) await chooseClip(tx, { id: clipId, sceneId: clip.sceneId }, null);
}

/** The number that the next take of a scene has. */
export async function nextTake(tx: Tx, sceneId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ take: number }[]>(
    Prisma.sql`SELECT coalesce(max(take), 0)::int + 1 AS take FROM clips WHERE scene_id = ${sceneId}::uuid`,
  );
  return row?.take ?? 1;
}
