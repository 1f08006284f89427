import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it, vi } from 'vitest';
import { openApiDocument } from './document.ts';
import { OPERATIONS } from './operations.ts';
import { errorsText, validatorOf } from './testing-answers.ts';

// Hundreds of schemas are compiled: a second on an idle machine, much more on a busy one.
vi.setConfig({ testTimeout: 60_000 });

type Content = Record<string, { schema: object; example?: unknown }>;
type Described = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: { name: string; schema: object; example?: unknown }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
};

const file = openApiDocument('1.2.3');
const described = Object.values(file.paths ?? {}).flatMap((methods) => Object.values(methods) as Described[]);

/** Every example of an operation with the schema that it stands beside. */
const examplesOf = ({ operationId, parameters = [], requestBody, responses }: Described) =>
  [
    ...parameters.map(({ name, schema, example }) => ({ at: `${operationId} ${name}`, schema, example })),
    ...[['body', requestBody] as const, ...Object.entries(responses)].flatMap(([place, part]) =>
      Object.entries(part?.content ?? {}).map(([type, { schema, example }]) => ({
        at: `${operationId} ${place} ${type}`,
        schema,
        example,
      })),
    ),
  ].filter(({ example }) => example !== undefined);

describe('the OpenAPI file', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(file)));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it.each(described.map((operation) => [operation.operationId, operation] as const))(
    '%s is described, refuses in documented ways and has an example',
    (_, operation) => {
      expect(operation.tags).toHaveLength(1);
      expect(operation.summary.length).toBeGreaterThan(5);
      expect(operation.description ?? '').toMatch(/^[^\s].{15,}[.]$/s);
      const refusals = Object.entries(operation.responses).filter(([status]) => status >= '400');
      expect(refusals.length).toBeGreaterThan(2);
      for (const [, { content }] of refusals.filter(([status]) => status !== '503'))
        expect(Object.keys(content ?? {})).toContain('application/problem+json');
      expect(examplesOf(operation).length).toBeGreaterThan(0);
    },
  );

  it('has only examples that are what their schemas say', () => {
    const wrong = described.flatMap(examplesOf).flatMap(({ at, schema, example }) => {
      const validate = validatorOf(schema);
      return validate(example) ? [] : [`${at}: ${errorsText(validate)}`];
    });
    expect(wrong).toEqual([]);
  });

  it('has only examples of bodies that the routes would take', () => {
    for (const { id, body, example } of OPERATIONS)
      if (body && example !== undefined) expect(body.safeParse(example).error, id).toBeUndefined();
  });
});
