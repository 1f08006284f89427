import type { FilmSettings } from '../engines/engine.ts';
import type { Project as ProjectRow } from '../generated/prisma/client.ts';
import { canonicalHash } from '../pipeline/input-hash.ts';
import type { StitchInput } from '../pipeline/stitch-input.ts';
import { aspectRatioSchema, CARD_SECONDS, type FilmedScene, resolutionSchema } from '../schemas/project.ts';
import { sceneSchema, styleGuideSchema } from '../schemas/storyboard.ts';

/** What of a film's row its frames depend on. */
export type FilmRow = Pick<
  ProjectRow,
  | 'id'
  | 'title'
  | 'prompt'
  | 'style'
  | 'aspectRatio'
  | 'resolution'
  | 'targetClipDuration'
  | 'totalDuration'
  | 'seed'
  | 'enableAudio'
  | 'burnCaptions'
  | 'styleGuide'
>;

/** The settings of a film as its stages see them. */
export const settingsOf = (row: Omit<FilmRow, 'id' | 'styleGuide'>): FilmSettings => ({
  title: row.title,
  prompt: row.prompt,
  style: row.style,
  aspectRatio: aspectRatioSchema.parse(row.aspectRatio),
  resolution: resolutionSchema.parse(row.resolution),
  clipDuration: row.targetClipDuration,
  totalDuration: row.totalDuration,
  seed: row.seed,
  enableAudio: row.enableAudio,
  burnCaptions: row.burnCaptions,
});

type PartRow = {
  plan: unknown;
  clips: { isChosen: boolean; state: string; blobHash: string | null; duration: number | null }[];
};

/** What a film is joined from: the chosen takes that are done, in film order. */
export function stitchInputOf(
  row: FilmRow,
  scenes: PartRow[],
  snapshot: { digest: string; manifestName: string; version: number } | null,
): StitchInput {
  const clips = scenes.flatMap(({ plan, clips }) => {
    const { transition, duration, audio } = sceneSchema.parse(plan);
    const clip = clips.find((c) => c.isChosen && c.state === 'done');
    if (!clip?.blobHash) return [];
    return [{ hash: clip.blobHash, duration: clip.duration ?? duration, transition, audio }];
  });
  const credits = {
    projectId: row.id,
    digest: snapshot?.digest ?? null,
    manifestName: snapshot?.manifestName ?? null,
    manifestVersion: snapshot?.version ?? null,
  };
  return { clips, settings: settingsOf(row), styleGuide: styleGuideSchema.parse(row.styleGuide), credits };
}

/** The scenes of `stitchInputOf` with their time in the film: a dissolve takes nothing from either. */
export function filmedScenesOf(scenes: (PartRow & { id: string })[]): FilmedScene[] {
  let starts_at = CARD_SECONDS;
  return scenes.flatMap(({ id, plan, clips }) => {
    const { title, duration: planned } = sceneSchema.parse(plan);
    const clip = clips.find((c) => c.isChosen && c.state === 'done');
    if (!clip?.blobHash) return [];
    const duration = clip.duration ?? planned;
    const filmed = { scene_id: id, title, starts_at, duration };
    starts_at += duration;
    return [filmed];
  });
}

/** SHA-256 of all that determines a stitched film; another one than when it was stitched means that it is stale. */
export function filmHash({ clips, settings, styleGuide, credits }: StitchInput): string {
  const { title, style, aspectRatio, resolution, seed, enableAudio } = settings;
  return canonicalHash({
    step: 'stitch',
    clips,
    settings: { title, style, aspectRatio, resolution, seed, enableAudio },
    palette: styleGuide.palette,
    credits,
  });
}

/** Whether a finished film shows something else than it would when stitched now. */
export function isFilmStale(
  row: FilmRow & Pick<ProjectRow, 'outputInputHash'>,
  scenes: PartRow[],
  snapshot: Parameters<typeof stitchInputOf>[2],
): boolean {
  return (
    row.outputInputHash !== null && filmHash(stitchInputOf(row, scenes, snapshot)) !== row.outputInputHash
  );
}
