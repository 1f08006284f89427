import { AppError } from '../errors.ts';
import { EXAMPLE_NAME, EXAMPLE_PROMPT } from '../manifests/example.ts';
import { listManifests } from '../manifests/manifest-service.ts';
import { listManifestsQuerySchema } from '../schemas/manifest.ts';
import { type GenerateInput, listProjectsQuerySchema, stageSchema } from '../schemas/project.ts';
import { idSchema } from '../schemas/text.ts';
import { getProject, listProjects } from './project-service.ts';

/** A shot for each sentence of the example's story, short enough that the first film is soon there. */
const EXAMPLE = { clip_duration: 3, total_duration: 18 };

/** An empty form. Before the first film it holds the example manifest and its prompt, one press from a film. */
export async function startValues(seed: number): Promise<GenerateInput> {
  const empty: GenerateInput = {
    prompt: '',
    title: null,
    style: 'cinematic',
    aspect_ratio: '16:9',
    resolution: '720p',
    clip_duration: 6,
    total_duration: 15,
    engine: 'local',
    enable_audio: false,
    burn_captions: false,
    seed,
    run_through: null,
    manifest_id: null,
  };
  const films = await listProjects(listProjectsQuerySchema.parse({ limit: '1' }));
  if (films.total > 0) return empty;
  const found = await listManifests(listManifestsQuerySchema.parse({ q: EXAMPLE_NAME, limit: '20' }));
  const example = found.items.find((item) => item.name === EXAMPLE_NAME);
  if (!example) return empty;
  return {
    ...empty,
    prompt: EXAMPLE_PROMPT,
    title: 'The last lamp',
    ...EXAMPLE,
    manifest_id: example.manifest_id,
  };
}

/** What the address asks for: `from` another film, a `manifest`. Ids that lead nowhere ask for nothing. */
export async function askedValues(address: {
  from: string | null;
  manifest: string | null;
}): Promise<Partial<GenerateInput>> {
  const manifest = idSchema.safeParse(address.manifest);
  const from = idSchema.safeParse(address.from);
  const values = from.success ? await valuesOf(from.data) : {};
  return manifest.success ? { ...values, manifest_id: manifest.data } : values;
}

async function valuesOf(projectId: string): Promise<Partial<GenerateInput>> {
  const film = await getProject(projectId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  });
  if (!film) return {};
  const through = stageSchema.exclude(['manifesting', 'stitch']).safeParse(film.run_through);
  return {
    prompt: film.prompt,
    title: film.title,
    style: film.style,
    aspect_ratio: film.aspect_ratio,
    resolution: film.resolution,
    clip_duration: film.clip_duration,
    total_duration: film.total_duration,
    enable_audio: film.enable_audio,
    burn_captions: film.burn_captions,
    seed: film.seed,
    run_through: through.success ? through.data : null,
    manifest_id: film.manifest_id,
  };
}
