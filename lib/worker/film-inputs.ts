import { db } from '../db/prisma.ts';
import type { FilmSettings, SceneInput } from '../engines/engine.ts';
import type { Project as ProjectRow } from '../generated/prisma/client.ts';
import { aspectRatioSchema } from '../schemas/project.ts';
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
    settings: {
      title: row.title,
      prompt: row.prompt,
      style: row.style,
      aspectRatio: aspectRatioSchema.parse(row.aspectRatio),
      clipDuration: row.targetClipDuration,
      totalDuration: row.totalDuration,
      seed: row.seed,
      enableAudio: row.enableAudio,
    },
    snapshot: snapshot && snapshotDataSchema.parse(snapshot.snapshotData),
    digest: snapshot?.digest ?? null,
  };
}

export const styleGuideOf = ({ row }: FilmInputs): StyleGuide => styleGuideSchema.parse(row.styleGuide);

/** What one shot is made from. */
export function sceneInputOf(film: FilmInputs, plan: unknown): SceneInput {
  const { settings, snapshot } = film;
  return { settings, snapshot, styleGuide: styleGuideOf(film), scene: sceneSchema.parse(plan) };
}
