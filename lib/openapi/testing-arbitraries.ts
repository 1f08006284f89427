import fc from 'fast-check';
import type { z } from 'zod';

/** What `z.toJSONSchema` and the OpenAPI file make of this project's schemas. */
export type JsonSchema = {
  $ref?: string;
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  propertyNames?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
};

type Components = { components?: { schemas?: Record<string, unknown> } };

const REFERENCE = '#/components/schemas/';
/** Levels of references in references: what goes on for ever is anything below them. */
const DEEPEST = 12;

/** An OpenAPI file with each reference to one of its schemas replaced by that schema. */
export function dereferenced<T extends object>(file: T): T {
  const schemas = (file as Components).components?.schemas ?? {};
  const walk = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return value.map((each) => walk(each, depth));
    if (typeof value !== 'object' || value === null) return value;
    const { $ref } = value as JsonSchema;
    if ($ref?.startsWith(REFERENCE))
      return depth > DEEPEST ? {} : walk(schemas[$ref.slice(REFERENCE.length)], depth + 1);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each, depth)]));
  };
  return walk(file, 0) as T;
}

const ID_PATTERN = /^\^\[0-9a-f\]\{8\}-/;
const MAX_ITEMS = 6;
const MAX_TEXT = 60;

/** Values of the form of an id for a field of this name. */
export type IdsFor = (field: string) => fc.Arbitrary<string>;

/**
 * Values that a JSON Schema allows. `ids` gives whatever has the form of an id. Texts may still break a rule that JSON
 * Schema cannot say (only white space, no NFC).
 *
 * Written by hand: `zod-fast-check` ends at zod 3, and makers that walk zod schemas ignore patterns and refinements;
 * this one serves the schemas and the OpenAPI file alike.
 */
export function arbitraryOf(
  schema: JsonSchema,
  ids: IdsFor = () => fc.uuid(),
  field = '',
): fc.Arbitrary<unknown> {
  const one = (s: JsonSchema) => arbitraryOf(s, ids, field);
  const { minimum = -9, maximum = 9 } = schema;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(one));
  switch (schema.type) {
    case 'string':
      return textOf(schema, ids(field));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
      return fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) });
    case 'number':
      // JSON knows no -0.
      return fc.double({ min: minimum, max: maximum, noNaN: true }).map((n) => n + 0);
    case 'array':
      return fc.uniqueArray(one(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? MAX_ITEMS, MAX_ITEMS),
        selector: (value) => JSON.stringify(value),
      });
    case 'object':
      return objectOf(schema, ids, field);
    default:
      return fc.jsonValue({ maxDepth: 3 });
  }
}

function textOf({ pattern, minLength = 1, maxLength = MAX_TEXT }: JsonSchema, ids: fc.Arbitrary<string>) {
  if (pattern && ID_PATTERN.test(pattern)) return ids;
  // A look-ahead is the one thing that fast-check cannot make.
  if (pattern && !pattern.includes('(?=')) return fc.stringMatching(new RegExp(pattern));
  const max = Math.min(maxLength, MAX_TEXT);
  return fc.oneof(
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(1, max >> 2) }),
    fc.string({ unit: 'grapheme-ascii', minLength, maxLength: max }),
    fc.constantFrom('%', '_', '\\', "'", '"', 'x'.repeat(maxLength)),
  );
}

function objectOf(schema: JsonSchema, ids: IdsFor, field: string): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], propertyNames, additionalProperties } = schema;
  if (propertyNames && typeof additionalProperties === 'object') {
    const key = arbitraryOf(propertyNames, ids, field) as fc.Arbitrary<string>;
    const limits = { maxKeys: MAX_ITEMS, noNullPrototype: true };
    return fc.dictionary(key, arbitraryOf(additionalProperties, ids, field), limits);
  }
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, s]) => [name, arbitraryOf(s, ids, name)]),
  );
  return fc.record(model, { requiredKeys: required, noNullPrototype: true });
}

/** Those values that a schema takes. Fails when the schema takes next to none of the values, where a filter would look for one for ever. */
export function accepted(schema: z.ZodType, values: fc.Arbitrary<unknown>) {
  let refused = 0;
  return values.filter((value) => {
    const isTaken = schema.safeParse(value).success;
    refused += isTaken ? 0 : 1;
    if (refused > 20_000) throw new Error(`Refused again and again: ${JSON.stringify(value)}`);
    return isTaken;
  });
}
