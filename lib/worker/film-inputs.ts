import { db } from '../db/prisma.ts';
import type { FilmSettings, SceneInput } from '../engines/engine.ts';
import type { Project as ProjectRow } from '../generated/prisma/client.ts';
import { settingsOf } from '../projects/film-parts.ts';
import { ownKeyframes } from '../projects/staleness.ts';
import { type SnapshotData, snapshotDataSchema } from '../schemas/snapshot.ts';
import { type StyleGuide, sceneSchema, styleGuideSchema } from '../schemas/storyboard.ts';

/** A film as its stages see it: the row, its settings and the frozen manifest, never the live one. */
export type FilmInputs = {
  row: ProjectRow;
  settings: FilmSettings;
  snapshot: SnapshotData | null;
  digest: string | null;
};

/** Reads what every stage of a film reads; null when there is no such film. */
export async function loadFilm(projectId: string): Promise<FilmInputs | null> {
  const found = await db().project.findUnique({ where: { id: projectId }, include: { snapshot: true } });
  if (!found) return null;
  const { snapshot, ...row } = found;
  return {
    row,
    settings: settingsOf(row),
    snapshot: snapshot && snapshotDataSchema.parse(snapshot.snapshotData),
    digest: snapshot?.digest ?? null,
  };
}

export const styleGuideOf = ({ row }: FilmInputs): StyleGuide => styleGuideSchema.parse(row.styleGuide);

type SceneRow = { plan: unknown; keyframes: Parameters<typeof ownKeyframes>[0]['keyframes'] };

/** What one shot is made from; `seed` is that of a take of its own. */
export function sceneInputOf(film: FilmInputs, scene: SceneRow, seed: number | null = null): SceneInput {
  const { settings, snapshot } = film;
  return {
    settings: seed === null ? settings : { ...settings, seed },
    snapshot,
    styleGuide: styleGuideOf(film),
    scene: sceneSchema.parse(scene.plan),
    own: ownKeyframes(scene),
    takeSeed: seed,
  };
}
