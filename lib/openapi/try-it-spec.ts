import { type Parameter, type ReferenceOperation, resolved, type Schema } from './reference.ts';

/** What a form needs to send an operation. */
export type TryItSpec = {
  id: string;
  method: string;
  path: string;
  inputs: TryItInput[];
  bodies: TryItBody[];
  isBodyRequired: boolean;
  /** Answers events only, or events when they are asked for. */
  events: 'never' | 'always' | 'on-demand';
};
export type TryItInput = {
  name: string;
  in: Parameter['in'];
  isRequired: boolean;
  /** Values to choose from; null: any text. */
  choices: string[] | null;
  placeholder: string;
};
export type TryItBody =
  | { kind: 'json'; type: string; example: string }
  | { kind: 'form'; type: string; fields: string[]; files: { name: string; isMany: boolean }[] }
  /** The body is the one file itself. */
  | { kind: 'file'; type: string };

const EVENTS = 'text/event-stream';

function eventsOf({ responses }: ReferenceOperation): TryItSpec['events'] {
  const types = Object.keys(responses['200']?.content ?? {});
  if (!types.includes(EVENTS)) return 'never';
  return types.length > 1 ? 'on-demand' : 'always';
}

function inputOf({ name, in: place, required = false, schema = {}, example }: Parameter): TryItInput {
  const { schema: said } = resolved(schema);
  return {
    name,
    in: place,
    isRequired: required,
    choices: said.enum?.map(String) ?? (said.const === undefined ? null : [String(said.const)]),
    placeholder: String(example ?? said.default ?? ''),
  };
}

const isFile = ({ format, items }: Schema) => format === 'binary' || items?.format === 'binary';

function bodyOf(type: string, schema: Schema, example: unknown): TryItBody {
  if (type === 'application/json')
    return { kind: 'json', type, example: JSON.stringify(example ?? {}, null, 2) };
  if (type !== 'multipart/form-data') return { kind: 'file', type };
  const parts = Object.entries(schema.properties ?? {});
  return {
    kind: 'form',
    type,
    fields: parts.filter(([, part]) => !isFile(part)).map(([name]) => name),
    files: parts
      .filter(([, part]) => isFile(part))
      .map(([name, part]) => ({ name, isMany: part.items !== undefined })),
  };
}

/** The form of an operation. */
export function tryItSpec(operation: ReferenceOperation): TryItSpec {
  const { operationId: id, method, path, parameters = [], requestBody } = operation;
  return {
    id,
    method,
    path,
    inputs: parameters.map(inputOf),
    bodies: Object.entries(requestBody?.content ?? {}).map(([type, { schema = {}, example }]) =>
      bodyOf(type, schema, example),
    ),
    isBodyRequired: requestBody?.required ?? false,
    events: eventsOf(operation),
  };
}
