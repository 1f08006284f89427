import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppError, FieldError } from '../errors.ts';
import { parseWith } from '../http/problem.ts';
import { HOSTILE_VALUES } from '../http/testing-hostile.ts';
import { openApiDocument } from './document.ts';
import { OPERATIONS } from './operations.ts';
import { accepted, arbitraryOf, dereferenced, type JsonSchema } from './testing-arbitraries.ts';

type Paths = Record<
  string,
  Record<string, { requestBody: { content: Record<string, { schema: JsonSchema }> } }>
>;
const paths = dereferenced(openApiDocument('test')).paths as unknown as Paths;

/** The file cannot say that exactly one act is asked for. */
const ACTS = ['add_tags', 'category', 'delete', 'restore', 'duplicate', 'purge'];
const withOneAct = fc.tuple(
  fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 3 }),
  fc.constantFrom(...ACTS),
);
const bulkEdits = withOneAct.map(([manifest_ids, act]) => {
  const value = { add_tags: ['sea'], category: 'CUSTOM' }[act] ?? true;
  return { manifest_ids, [act]: value };
});

/** Every JSON body of the API: the schema that its route parses with, and values that the OpenAPI file allows. */
const bodies = OPERATIONS.flatMap(({ id, path, method, body, bodyType }) => {
  const described = paths[path]?.[method.toLowerCase()]?.requestBody?.content['application/json']?.schema;
  // A lockfile is taken as it is: what is wrong with it is a finding, not a refusal.
  return body && !bodyType && described && id !== 'verifyLockfile'
    ? [{ id, schema: body, values: id === 'bulkEditManifests' ? bulkEdits : arbitraryOf(described) }]
    : [];
});

/** One field, at any depth, made wrong; or one field too many. */
function spoilt(value: unknown, hostile: unknown, n: number): unknown {
  if (typeof value !== 'object' || value === null || n % 5 === 0) return hostile;
  const keys = Object.keys(value);
  const key = n % 5 === 1 || keys.length === 0 ? 'ownerId' : (keys[n % keys.length] ?? '');
  const inner = spoilt((value as Record<string, unknown>)[key], hostile, n % 5 === 1 ? 0 : n >> 2);
  return Array.isArray(value) ? [...value, hostile] : { ...value, [key]: inner };
}

/** Whether a pointer leads to a value of the body, or to a field that its object lacks. */
function leadsSomewhere(body: unknown, { pointer = '', code }: FieldError): boolean {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
  const [last, ...parents] = steps.reverse();
  let at = body;
  for (const step of parents.reverse()) at = (at as Record<string, unknown> | undefined)?.[step];
  if (last === undefined) return pointer === '#';
  if (typeof at !== 'object' || at === null) return false;
  return Object.hasOwn(at, last) || code === 'required';
}

describe.each(bodies)('the body of $id', ({ schema, values }) => {
  it('is parsed to a form that is parsed to itself', () => {
    fc.assert(
      fc.property(accepted(schema, values), (value) => {
        const once = schema.parse(value);
        expect(schema.parse(once)).toEqual(once);
      }),
      { numRuns: 30, seed: 20_261_121 },
    );
  });

  it('is refused with pointers to what is wrong in it', () => {
    const hostile = fc.constantFrom(...HOSTILE_VALUES);
    fc.assert(
      fc.property(accepted(schema, values), hostile, fc.nat(1000), (value, wrong, n) => {
        const body = spoilt(value, wrong, n);
        if (schema.safeParse(body).success) return;
        let refusal: AppError | undefined;
        try {
          parseWith(schema, body, 'body');
        } catch (error) {
          refusal = error as AppError;
        }
        expect(refusal).toMatchObject({ status: 422, code: 'validation-failed' });
        expect(refusal?.errors?.length).toBeGreaterThan(0);
        for (const error of refusal?.errors ?? [])
          expect(
            leadsSomewhere(body, error),
            `${error.pointer} of ${JSON.stringify(body).slice(0, 300)}`,
          ).toBe(true);
      }),
      { numRuns: 60, seed: 20_261_121 },
    );
  });
});
