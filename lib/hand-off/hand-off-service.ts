import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { isFilmStale } from '../projects/film-parts.ts';
import { findProject, findScenes, findSnapshotFacts, type SceneRow } from '../projects/project-repo.ts';
import { aspectRatioSchema, CARD_SECONDS, frameSize, resolutionSchema } from '../schemas/project.ts';
import { sceneSchema } from '../schemas/storyboard.ts';
import {
  framesIn,
  HAND_OFF_RATE,
  type HandOffFilm,
  type HandOffMedia,
  type HandOffPart,
} from './hand-off-film.ts';

/** As the stitcher has it (`HEAD_FRAMES`), which loads FFmpeg and must not be imported here. */
export const DISSOLVE_FRAMES = 12;

export type HandOff = {
  film: HandOffFilm;
  /** The files that it names, each once: path in the package, blob, bytes. */
  files: { name: string; hash: string; size: number }[];
};

const framesOf = (seconds: number) => Math.round(seconds * HAND_OFF_RATE);
const two = (n: number) => String(n).padStart(2, '0');

/**
 * A finished film as a list of its parts: scenes from their chosen takes, cards out of the film itself.
 * @throws AppError not-found; invalid-state when there is no film, or it was changed since
 */
export async function handOff(id: string): Promise<HandOff> {
  const [row, scenes, snapshot] = await Promise.all([
    findProject(db(), id),
    findScenes(db(), id),
    findSnapshotFacts(db(), id),
  ]);
  if (!row) throw new AppError('not-found', { detail: 'There is no such film, or it was deleted.' });
  const refuse = (detail: string) =>
    new AppError('invalid-state', { detail, extra: { project_status: row.status } });
  if (!row.outputHash) throw refuse('This film is not finished yet.');
  if (isFilmStale(row, scenes, snapshot))
    throw refuse('This film was changed since it was made. Bring it up to date, then hand it off.');
  const shots = scenes.flatMap(shotOf);
  const filmMedia = {
    path: 'media/film.mp4',
    frames: framesIn(
      cardsAround(
        shots.map((s) => s.part),
        0,
      ),
    ),
  };
  const parts = cardsAround(
    shots.map((s) => s.part),
    filmMedia.frames,
    filmMedia,
  );
  const { width, height } = frameSize(
    aspectRatioSchema.parse(row.aspectRatio),
    resolutionSchema.parse(row.resolution),
  );
  const hashes = [{ name: filmMedia.path, hash: row.outputHash }, ...shots.map((s) => s.file)];
  const blobs = await db().blob.findMany({ where: { hash: { in: hashes.map((file) => file.hash) } } });
  const byHash = new Map(blobs.map((blob) => [blob.hash, blob]));
  const film = byHash.get(row.outputHash);
  return {
    film: {
      projectId: row.id,
      title: row.title,
      digest: snapshot?.digest ?? null,
      width: film?.width ?? width,
      height: film?.height ?? height,
      hasSound: row.enableAudio,
      film: filmMedia,
      parts,
    },
    files: hashes.map((file) => ({ ...file, size: byHash.get(file.hash)?.size ?? 0 })),
  };
}

type Shot = { part: HandOffPart; file: { name: string; hash: string } };

function shotOf({ plan, clips, sceneIndex }: SceneRow): Shot[] {
  const { title, slug_line, description, transition, duration } = sceneSchema.parse(plan);
  const clip = clips.find((c) => c.isChosen && c.state === 'done');
  if (!clip?.blobHash) return [];
  const frames = framesOf(clip.duration ?? duration);
  const path = `media/scene-${two(sceneIndex + 1)}.mp4`;
  const isDissolve = transition === 'dissolve';
  const part: HandOffPart = {
    kind: 'scene',
    name: `${sceneIndex + 1} ${title}`,
    note: [slug_line, description].filter(Boolean).join('. '),
    reel: `SC${two(sceneIndex + 1)}`,
    media: { path, frames },
    from: 0,
    frames,
    dissolve: isDissolve ? Math.min(DISSOLVE_FRAMES, Math.floor(frames / 2)) : 0,
  };
  return [{ part, file: { name: path, hash: clip.blobHash } }];
}

const NO_MEDIA: HandOffMedia = { path: '', frames: 0 };

/** The first shot comes out of the title card, the end card out of the last shot. */
function cardsAround(shots: HandOffPart[], filmFrames: number, media = NO_MEDIA): HandOffPart[] {
  const frames = framesOf(CARD_SECONDS);
  const card = { note: '', reel: 'FILM', media, frames };
  const [first, ...rest] = shots;
  return [
    { ...card, kind: 'title', name: 'Title', from: 0, dissolve: 0 },
    ...(first
      ? [{ ...first, dissolve: Math.min(DISSOLVE_FRAMES, Math.floor(first.frames / 2)) }, ...rest]
      : []),
    // Its dissolve is in the film's own frames already.
    { ...card, kind: 'end', name: 'End', from: Math.max(0, filmFrames - frames), dissolve: 0 },
  ];
}
