import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from './document.ts';
import { OPERATIONS } from './operations.ts';

const APP = path.join(import.meta.dirname, '../../app/api');
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** No part of the API: what `npm run bench -- api` measures the wrapper against, so it must go round it. */
const FLOOR = path.join('floor', 'route.ts');

/** Address and methods of every route file. */
const routes = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts' && !file.startsWith('[...unknown]') && file !== FLOOR)
  .map((file) => {
    const source = readFileSync(path.join(APP, file), 'utf8');
    const address = `/api/${path.dirname(file)}`.replaceAll('[', '{').replaceAll(']', '}');
    const methods = METHODS.filter((method) => new RegExp(`export const ${method}\\b`).test(source));
    return { file, source, address, methods };
  });

describe('the OpenAPI file', () => {
  it('names exactly the methods and addresses that there are', () => {
    const there = routes.flatMap(({ address, methods }) => methods.map((method) => `${method} ${address}`));
    const described = new Set(OPERATIONS.map(({ method, path: address }) => `${method} ${address}`));
    expect([...described].sort()).toEqual(there.sort());
  });

  it('is what every route is written with: none goes round the wrapper', () => {
    for (const { file, source, methods } of routes) {
      expect(methods.length, file).toBeGreaterThan(0);
      expect(source, file).toContain("from '#lib/http/route.ts'");
      expect(source, file).toMatch(/route\(\s*operations\./);
      expect(source, file).not.toMatch(/export (async )?function (GET|POST|PUT|PATCH|DELETE|HEAD)/);
      expect(source, file).not.toMatch(/route\(\s*\{/);
    }
  });

  it('has one exception, which answers nothing outside of its bench', async () => {
    expect(process.env.VIDPIPE_BENCH_FLOOR).toBeUndefined();
    const source = readFileSync(path.join(APP, FLOOR), 'utf8');
    expect(source).toMatch(/VIDPIPE_BENCH_FLOOR === '1' \? \(\) => new Response\(\) : nothingHere;/);
  });

  it('gives every operation its own id, a summary and at least one good answer', () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, summary, answers, path: address, params } of OPERATIONS) {
      expect(summary, id).not.toMatch(/\.$/);
      expect(
        Object.keys(answers).some((status) => status.startsWith('2')),
        id,
      ).toBe(true);
      const named = [...address.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(Object.keys(params ?? {}), id).toEqual(named);
    }
  });

  it('is OpenAPI 3.1 whose references all lead somewhere', () => {
    const file = openApiDocument('1.2.3');
    expect(file).toMatchObject({ openapi: '3.1.0', info: { title: 'vidpipe', version: '1.2.3' } });
    const text = JSON.stringify(file);
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? '');
    expect(names).toContain('Problem');
    for (const name of names) expect(Object.keys(file.components?.schemas ?? {})).toContain(name);
  }, 60_000);

  it('names every file and every field of a form, and which of them must be there', () => {
    const formOf = (address: string) => {
      const form = described(address, 'post').requestBody?.content['multipart/form-data']?.schema;
      return { fields: Object.keys(form?.properties ?? {}), required: form?.required ?? [] };
    };
    expect(formOf('/api/projects/from-lockfile')).toEqual({ fields: ['lockfile', 'bundle'], required: [] });
    expect(formOf('/api/manifests/{id}/assets')).toEqual({
      fields: ['file', 'name', 'asset_type', 'description', 'user_tags'],
      required: ['file', 'name', 'asset_type'],
    });
    expect(formOf('/api/generate').required).toEqual(['images[]', 'prompt']);
  });

  it('says what every operation does, and what every parameter that is no plain filter is for', () => {
    // Their names and values say all there is to say.
    const plain = ['status', 'category', 'sort_by', 'sort_order', 'limit', 'format', 'state'];
    for (const { path: address, method } of OPERATIONS) {
      const { operationId, description, parameters = [] } = described(address, method.toLowerCase());
      expect(description, operationId).toMatch(/[.?]$/);
      const silent = parameters
        .filter((one) => one.in !== 'path' && !one.description)
        .map(({ name }) => name);
      expect(plain, operationId).toEqual(expect.arrayContaining(silent));
    }
  });
});

type Operation = {
  operationId: string;
  description?: string;
  parameters?: { name: string; in: string; description?: string }[];
  requestBody?: { content: Record<string, { schema: { properties?: object; required?: string[] } }> };
};

const { paths = {} } = openApiDocument('1.2.3');

function described(address: string, method: string): Operation {
  const methods = paths[address] as Record<string, unknown>;
  return methods[method] as Operation;
}
