import { z } from 'zod';
import { openApi } from './serve-document.ts';

/* The OpenAPI document as the pages under /docs draw it. */

/** The parts of JSON Schema that the document uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  description?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
};

type Content = Record<string, { schema?: Schema; example?: unknown }>;
type Place = 'path' | 'query' | 'header';
export type Parameter = {
  name: string;
  in: Place;
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: unknown;
};
type Described = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<
    string,
    {
      description: string;
      content?: Content;
      headers?: Record<string, { description?: string; schema?: Schema }>;
    }
  >;
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const documentSchema = z.looseObject({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.custom<Described>())),
  components: z.object({ schemas: z.record(z.string(), z.custom<Schema>()) }),
});

export type ReferenceOperation = Described & { method: string; path: string };
export type ReferenceEntry = { id: string; method: string; path: string; summary: string };
export type ReferenceGroup = { tag: string; entries: ReferenceEntry[] };

type Reference = {
  info: { version: string; description: string };
  operations: ReferenceOperation[];
  groups: ReferenceGroup[];
  schemas: Record<string, Schema>;
};

let read: Reference | null = null;

function reference(): Reference {
  if (read) return read;
  const { info, paths, components } = documentSchema.parse(JSON.parse(openApi().text));
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const described = methods[method];
      return described ? [{ ...described, method: method.toUpperCase(), path }] : [];
    }),
  );
  const groups = [...Map.groupBy(operations, ({ tags }) => tags[0] ?? '')].map(([tag, list]) => ({
    tag,
    // Of one resource the collection stands before its members, and reading before changing.
    entries: list
      .toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)))
      .map(({ operationId: id, method, path, summary }) => ({ id, method, path, summary })),
  }));
  read = { info, operations, groups, schemas: components.schemas };
  return read;
}

export const apiInfo = () => reference().info;

/** Every operation under the heading that it has. */
export const referenceGroups = (): ReferenceGroup[] => reference().groups;

export const findOperation = (id: string): ReferenceOperation | undefined =>
  reference().operations.find(({ operationId }) => operationId === id);

export const operationIds = (): string[] => reference().operations.map(({ operationId }) => operationId);

/** What a schema refers to, and its name; itself when it refers to nothing. */
export function resolved(schema: Schema): { name: string | null; schema: Schema } {
  const name = schema.$ref?.split('/').at(-1) ?? null;
  return name === null ? { name, schema } : { name, schema: reference().schemas[name] ?? {} };
}
