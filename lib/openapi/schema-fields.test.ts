import { describe, expect, it } from 'vitest';
import { findOperation, type Schema } from './reference.ts';
import { fieldOf, fieldsOf, formsOf, typeOf } from './schema-fields.ts';

const body = (id: string): Schema =>
  findOperation(id)?.requestBody?.content['application/json']?.schema ?? {};
const answer = (id: string): Schema =>
  findOperation(id)?.responses['200']?.content?.['application/json']?.schema ?? {};

describe('a schema in words', () => {
  it.each<[string, Schema]>([
    ['string', { type: 'string' }],
    ['string | null', { anyOf: [{ type: 'string' }, { type: 'null' }] }],
    ['Asset[]', { type: 'array', items: { $ref: '#/components/schemas/Asset' } }],
    ['(number | null)[]', { type: 'array', items: { type: ['number', 'null'] } }],
    ['"a" | "b"', { enum: ['a', 'b'] }],
    ['[number, number]', { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }] }],
    ['Record<string, number>', { type: 'object', additionalProperties: { type: 'number' } }],
    ['file', { type: 'string', format: 'binary' }],
  ])('is %s', (words, schema) => {
    expect(typeOf(schema)).toBe(words);
  });

  it('says limits, defaults and the values of a named type', () => {
    const fields = new Map(fieldsOf(body('generate')).map((field) => [field.name, field]));
    expect(fields.get('prompt')).toMatchObject({
      type: 'string',
      isRequired: true,
      note: 'at most 4000 characters',
    });
    expect(fields.get('clip_duration')).toMatchObject({ isRequired: false, note: '2 to 15, default 6' });
    expect(fields.get('aspect_ratio')).toMatchObject({
      type: 'AspectRatio',
      note: 'one of 16:9, 9:16, 1:1, default "16:9"',
    });
  });

  it('goes into lists and what may be null, and ends', () => {
    const scenes = fieldsOf(answer('getProject')).find(({ name }) => name === 'scenes');
    expect(scenes?.type).toBe('ProjectScene[]');
    expect(scenes?.fields.map(({ name }) => name)).toContain('keyframes');
    const endless: Schema = { type: 'object' };
    endless.properties = { inner: endless };
    expect(JSON.stringify(fieldOf('a', endless, false)).match(/inner/g)).toHaveLength(4);
  });

  it('tells the forms of a body apart', () => {
    expect(formsOf(body('changeAssets')).length).toBeGreaterThan(3);
    expect(formsOf(body('createManifest'))).toHaveLength(1);
  });
});
