import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { filmCues, toWebVtt } from '../pipeline/subtitles.ts';
import { snapshotDataSchema } from '../schemas/snapshot.ts';
import { getProject } from './project-service.ts';

/** Names of who may speak, by tag, as the film froze them. */
async function speakersOf(projectId: string): Promise<Map<string, string>> {
  const row = await db().manifestSnapshot.findFirst({ where: { projectId } });
  const assets = row ? snapshotDataSchema.parse(row.snapshotData).assets : [];
  return new Map(assets.map((asset) => [asset.manifest_tag, asset.name]));
}

/**
 * The subtitles of a finished film as WebVTT, in its time: title card included, scenes that are not in it left out.
 * @throws AppError not-found
 */
export async function filmSubtitles(id: string): Promise<string> {
  const [film, speakers] = await Promise.all([getProject(id), speakersOf(id)]);
  if (!film.film_url) throw new AppError('not-found', { detail: 'This film is not finished yet.' });
  const shown = film.scenes.filter((scene) => scene.clips.some((c) => c.is_chosen && c.state === 'done'));
  const scenes = (film.film_scenes ?? shown).flatMap(
    ({ scene_id, starts_at: startsAt, duration: seconds }) => {
      const scene = film.scenes.find((each) => each.scene_id === scene_id);
      return scene ? [{ scene, startsAt, seconds }] : [];
    },
  );
  return toWebVtt(filmCues(scenes, (tag) => speakers.get(tag) ?? null));
}
