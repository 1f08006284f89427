import { type APIRequestContext, expect } from '@playwright/test';
import sharp from 'sharp';
import type { ManifestListItem } from '../lib/schemas/manifest.ts';
import type { GenerateAnswer, ProjectDetail } from '../lib/schemas/project.ts';
import { FILM_MS } from './support.ts';

async function addImage(
  request: APIRequestContext,
  id: string,
  name: string,
  asset_type: string,
  hue: number,
) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400">
    <rect width="100%" height="100%" fill="hsl(${hue} 40% 30%)"/><circle cx="215" cy="200" r="120" fill="hsl(${hue + 120} 70% 60%)"/>
  </svg>`;
  const buffer = await sharp(Buffer.from(svg)).png().toBuffer();
  const file = { name: 'a.png', mimeType: 'image/png', buffer };
  const response = await request.post(`/api/manifests/${id}/assets`, {
    multipart: { name, asset_type, file },
  });
  expect(response.status()).toBe(201);
}

export async function filmOf(request: APIRequestContext, id: string): Promise<ProjectDetail> {
  return (await request.get(`/api/projects/${id}`)).json();
}

/** Waits until a film is complete. */
export async function finished(request: APIRequestContext, id: string): Promise<ProjectDetail> {
  await expect
    .poll(async () => (await filmOf(request, id)).status, { timeout: FILM_MS })
    .toMatch(/complete|partial|failed/);
  const film = await filmOf(request, id);
  expect(film.status).toBe('complete');
  return film;
}

/** The smallest film with two references, made by the API. */
export async function aSmallFilm(request: APIRequestContext, title: string): Promise<ProjectDetail> {
  const manifest: ManifestListItem = await (
    await request.post('/api/manifests', { data: { name: `${title} kit` } })
  ).json();
  const hue = Math.floor(Math.random() * 300);
  await addImage(request, manifest.manifest_id, 'Mara', 'CHARACTER', hue);
  await addImage(request, manifest.manifest_id, 'Pier', 'ENVIRONMENT', hue + 40);
  const answer: GenerateAnswer = await (
    await request.post('/api/generate', {
      data: {
        title,
        prompt: 'The @ENV_01 at dusk. @CHAR_01 waits.',
        aspect_ratio: '16:9',
        clip_duration: 2,
        total_duration: 4,
        seed: 7,
        enable_audio: true,
        manifest_id: manifest.manifest_id,
      },
    })
  ).json();
  return finished(request, answer.project_id);
}
