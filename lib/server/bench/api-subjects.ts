import path from 'node:path';
import pg from 'pg';
import sharp from 'sharp';
import { recordStatements } from '../../db/recorded-statements.ts';
import type { BareSubject } from './bare.ts';
import type { Requests } from './load.ts';

const PICTURES = 12;
const CATEGORIES = ['CHARACTERS', 'ENVIRONMENT', 'FULL_PRODUCTION', 'STYLE_KIT', 'BRAND_KIT', 'CUSTOM'];
const PROMPT =
  'The keeper walks along the quay at dusk and lights the brass lantern. Fog comes in from the sea.';

/** What is sent again while nothing is written is measured twice: so, and with what makes the route answer each time. */
const KEPT = ['list of 20', 'detail, 24 assets', 'thumbnail'];
const NOT_KEPT = { 'if-none-match': '"another"' };

export type Subject = {
  /** Least share of the empty route's (of sharp's, for an upload) requests in a second. */
  target: number;
  requests: Requests;
  /** The same statements without Next and Prisma; none where sharp alone is the limit. */
  bare?: BareSubject;
};

type Ids = { full: string[]; others: string[]; assets: string[]; hashes: string[] };

/** What is measured, by name: the requests over HTTP, and the statements that each of them sends. */
export async function apiSubjects(
  databaseUrl: string,
  full: string[],
  files: string[],
): Promise<Record<string, Subject>> {
  const ids = await findIds(databaseUrl, full);
  const [manifest = ''] = ids.full;
  const [other = ''] = ids.others;
  const [hash = ''] = ids.hashes;
  const [manifests, assets, projects, blobs, { blobStore }, schemas, { db }] = await Promise.all([
    import('../../manifests/manifest-service.ts'),
    import('../../assets/asset-service.ts'),
    import('../../projects/project-service.ts'),
    import('../../blobs/blob-repo.ts'),
    import('../../blobs/store-instance.ts'),
    import('../../schemas/manifest.ts'),
    import('../../db/prisma.ts'),
  ]);
  const { generateSchema } = await import('../../schemas/project.ts');
  const sentBy = async (work: () => Promise<unknown>) => {
    await work();
    return recordStatements(work);
  };
  const listed = schemas.listManifestsQuerySchema.parse({
    category: CATEGORIES[0],
    sort_by: 'created_at',
    limit: '20',
  });
  const newManifest = {
    name: 'Harbour {n}',
    description: 'A night scene',
    category: 'CUSTOM' as const,
    tags: ['night', 'harbour'],
  };
  const newAsset = { name: 'Keeper {n}', asset_type: 'CHARACTER' as const, description: 'In an oilskin' };
  const film = generateSchema.parse({ prompt: PROMPT, manifest_id: manifest });
  const subjects: Record<string, Subject> = {
    'list of 20': {
      target: 0.6,
      requests: {
        paths: CATEGORIES.map((name) => `/api/manifests?category=${name}&sort_by=created_at&limit=20`),
      },
      bare: { isWrite: false, statements: await sentBy(() => manifests.listManifests(listed)) },
    },
    'detail, 24 assets': {
      target: 0.6,
      requests: { paths: ids.full.map((id) => `/api/manifests/${id}`) },
      bare: { isWrite: false, statements: await sentBy(() => manifests.getManifest(manifest)) },
    },
    'create manifest': {
      target: 0.5,
      requests: { method: 'POST', paths: ['/api/manifests'], json: newManifest },
      bare: { isWrite: true, statements: await sentBy(() => manifests.createManifest(newManifest)) },
    },
    'create asset': {
      target: 0.5,
      requests: {
        method: 'POST',
        paths: ids.others.map((id) => `/api/manifests/${id}/assets`),
        json: newAsset,
      },
      bare: {
        isWrite: true,
        statements: await sentBy(() => assets.createAsset(other, newAsset)),
        rotate: ids.others,
      },
    },
    'upload 2.5 MB': {
      target: 0.8,
      requests: { method: 'POST', paths: ids.assets.map((id) => `/api/assets/${id}/upload`), files },
    },
    'generate, 24 assets': {
      target: 0.5,
      requests: {
        method: 'POST',
        paths: ['/api/generate'],
        json: { prompt: PROMPT, manifest_id: '{id}' },
        ids: ids.full,
      },
      bare: { isWrite: true, statements: await sentBy(() => projects.generate(film)), rotate: ids.full },
    },
    thumbnail: {
      target: 0.6,
      requests: { paths: ids.hashes.map((each) => `/api/blobs/${each}?w=320`) },
      bare: {
        isWrite: false,
        statements: await sentBy(() => blobs.findServedBlob(db(), hash, '320')),
        file: await blobStore().localPath((await blobs.findServedBlob(db(), hash, '320'))?.hash ?? ''),
      },
    },
  };
  return Object.fromEntries(
    Object.entries(subjects).flatMap(([name, subject]) =>
      KEPT.includes(name)
        ? [
            [name, subject],
            [`${name}, made`, { ...subject, requests: { ...subject.requests, headers: NOT_KEPT } }],
          ]
        : [[name, subject]],
    ),
  );
}

async function findIds(databaseUrl: string, full: string[]): Promise<Ids> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const column = async (sql: string) =>
    (await client.query<{ value: string }>(sql, [full])).rows.map(({ value }) => value);
  try {
    const ids = {
      full,
      others: await column('SELECT id AS value FROM manifests WHERE id <> ALL($1) ORDER BY id LIMIT 200'),
      hashes: await column(
        'SELECT DISTINCT master_hash AS value FROM assets WHERE manifest_id = ANY($1) LIMIT 30',
      ),
      assets: await column(
        'SELECT id AS value FROM assets WHERE manifest_id <> ALL($1) ORDER BY id LIMIT 60',
      ),
    };
    // Every picture comes to every asset: no upload brings what is there already.
    return { ...ids, assets: ids.assets.slice(0, PICTURES * 4 + 1) };
  } finally {
    await client.end();
  }
}

/** JPEG files of 2000 × 1500 px and about 2.5 MB, no two alike: noise gives them the weight of a photograph. */
export async function drawPhotographs(folder: string): Promise<{ files: string[]; bytes: number }> {
  const files: string[] = [];
  let bytes = 0;
  for (let i = 0; i < PICTURES; i += 1) {
    const file = path.join(folder, `photograph-${i}.jpg`);
    const noise = { type: 'gaussian' as const, mean: 90 + 5 * i, sigma: 28 };
    const { size } = await sharp({
      create: { width: 2000, height: 1500, channels: 3, background: '#000', noise },
    })
      .jpeg({ quality: 96 })
      .toFile(file);
    files.push(file);
    bytes += size / PICTURES;
  }
  return { files, bytes };
}
