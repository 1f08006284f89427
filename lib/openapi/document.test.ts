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
});
