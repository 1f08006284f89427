import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { openApiDocument } from '#lib/openapi/document.ts';
import { accepted, arbitraryOf, dereferenced, type JsonSchema } from '#lib/openapi/testing-arbitraries.ts';
import { createAssetSchema } from '#lib/schemas/asset.ts';
import { createManifestSchema } from '#lib/schemas/manifest.ts';
import * as assets from './manifests/[id]/assets/route.ts';
import * as manifest from './manifests/[id]/route.ts';
import * as manifests from './manifests/route.ts';

const RUNS = { numRuns: 25, seed: 20_261_121 };
type Paths = Record<string, { post: { requestBody: { content: Record<string, { schema: JsonSchema }> } } }>;
const paths = dereferenced(openApiDocument('test')).paths as unknown as Paths;
const bodyOf = (path: string) =>
  arbitraryOf(paths[path]?.post.requestBody.content['application/json']?.schema ?? {});

beforeAll(resetDatabase);

it('a manifest that is accepted reads as it was written, and each part of its name finds it', async () => {
  const bodies = accepted(createManifestSchema, bodyOf('/api/manifests'));
  await fc.assert(
    fc.asyncProperty(bodies, fc.nat(), async (body, n) => {
      const { name, description, category, tags } = createManifestSchema.parse(body);
      const made = await call(manifests.POST, { method: 'POST', body });
      expect(made.status).toBe(201);
      const { manifest_id: id } = made.body as { manifest_id: string };
      const read = await call(manifest.GET, { params: { id } });
      expect(read.body).toMatchObject({ name, description: description ?? '', category, tags: tags ?? [] });
      // Of some scripts (Georgian capitals) the database does not know the small letters that JavaScript knows.
      if (!/^[\x20-\u024f]+$/.test(name)) return;
      const words = name.split(/\s+/);
      const q = words.slice(n % words.length).join(' ');
      const found = await call(manifests.GET, {
        path: `/api/manifests?ids=${id}&q=${encodeURIComponent(q)}`,
      });
      expect(found.body, `${JSON.stringify(q)} in ${JSON.stringify(name)}`).toMatchObject([
        { manifest_id: id },
      ]);
    }),
    RUNS,
  );
});

it('an asset that is accepted reads as it was written', async () => {
  const { body } = await call(manifests.POST, { method: 'POST', body: { name: 'Cast' } });
  const params = { id: (body as { manifest_id: string }).manifest_id };
  const bodies = accepted(createAssetSchema, bodyOf('/api/manifests/{id}/assets'));
  await fc.assert(
    fc.asyncProperty(bodies, async (given) => {
      const { name, asset_type, description, user_tags } = createAssetSchema.parse(given);
      expect((await call(assets.POST, { method: 'POST', params, body: given })).status).toBe(201);
      const all = (await call(assets.GET, { params })).body as object[];
      expect(all.at(-1)).toMatchObject({
        name,
        asset_type,
        description: description ?? '',
        user_tags: user_tags ?? [],
      });
    }),
    RUNS,
  );
});
