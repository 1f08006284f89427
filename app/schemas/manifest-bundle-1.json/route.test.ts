import { expect, it } from 'vitest';
import { BUNDLE_SCHEMA_PATH } from '#lib/schemas/bundle.ts';
import { GET } from './route.ts';

it('the published schema names itself and says what a bundle is, strictly', async () => {
  const response = GET();
  expect(response.headers.get('content-type')).toContain('application/schema+json');
  const schema = await response.json();
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: BUNDLE_SCHEMA_PATH,
    type: 'object',
    additionalProperties: false,
    required: ['$schema', 'format', 'version', 'manifests', 'images'],
    properties: { version: { const: 1 } },
  });
  const asset = schema.properties.manifests.items.properties.assets.items;
  expect(asset.additionalProperties).toBe(false);
  expect(asset.properties.name).toMatchObject({ type: 'string' });
});
