import { resolved, type Schema } from './reference.ts';

/** One field of a JSON object as the reference shows it. */
export type Field = {
  name: string;
  type: string;
  isRequired: boolean;
  /** Limits and the default, in words. */
  note: string;
  description: string;
  fields: Field[];
};

/** Objects are shown so deep; deeper ones by their name. */
const DEEPEST = 4;
/** More values than these are told below and not in the type. */
const FEW_VALUES = 4;

const isNull = ({ type }: Schema) => type === 'null';
const literal = (value: unknown) => JSON.stringify(value);
const alternatives = ({ anyOf, oneOf }: Schema): Schema[] => anyOf ?? oneOf ?? [];

/** The type of a schema in the words of TypeScript: `string | null`, `Asset[]`. */
export function typeOf(given: Schema): string {
  const { name, schema } = resolved(given);
  if (name !== null) return name;
  const several = alternatives(schema);
  if (several.length > 0) return [...new Set(several.map(typeOf))].join(' | ');
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return schema.enum.length > FEW_VALUES ? 'string' : schema.enum.map(literal).join(' | ');
  if (schema.format === 'binary') return 'file';
  if (schema.type === 'array') {
    if (schema.prefixItems) return `[${schema.prefixItems.map(typeOf).join(', ')}]`;
    const item = typeOf(schema.items ?? {});
    return item.includes(' ') ? `(${item})[]` : `${item}[]`;
  }
  const { additionalProperties } = schema;
  if (schema.type === 'object' && typeof additionalProperties === 'object' && !schema.properties)
    return `Record<string, ${typeOf(additionalProperties)}>`;
  return [schema.type ?? 'any'].flat().join(' | ');
}

/** The object that a schema is, is a list of, or may be besides null; undefined when it is none, or one of several. */
function objectIn(given: Schema): Schema | undefined {
  const { schema } = resolved(given);
  if (schema.properties) return schema;
  if (schema.items) return objectIn(schema.items);
  if (typeof schema.additionalProperties === 'object') return objectIn(schema.additionalProperties);
  const [only, ...more] = alternatives(schema).filter((one) => !isNull(one));
  return only && more.length === 0 ? objectIn(only) : undefined;
}

/** What a value must keep to, in words. */
function noteOf(given: Schema): string {
  const { name, schema: said } = resolved(given);
  // Beside a reference only its default is said.
  const schema = given.default === undefined ? said : { ...said, default: given.default };
  const [only, ...more] = alternatives(schema).filter((one) => !isNull(one));
  if (only && more.length === 0)
    return noteOf(schema.default === undefined ? only : { ...only, default: schema.default });
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, format } = schema;
  const isInType = name === null && (schema.enum?.length ?? 0) <= FEW_VALUES;
  // What JavaScript can count is no limit that anybody meets.
  const isReal = (n: number | undefined) => n !== undefined && Math.abs(n) < Number.MAX_SAFE_INTEGER;
  const low = [minimum, minLength, minItems].find(isReal);
  const high = [maximum, maxLength, maxItems].find(isReal);
  const unit = maxLength !== undefined ? ' characters' : maxItems !== undefined ? ' items' : '';
  return [
    schema.enum && !isInType ? `one of ${schema.enum.join(', ')}` : '',
    format && format !== 'binary' ? format : '',
    low !== undefined && high !== undefined ? `${low} to ${high}${unit}` : '',
    low !== undefined && high === undefined ? `at least ${low}` : '',
    low === undefined && high !== undefined ? `at most ${high}${unit}` : '',
    schema.default !== undefined ? `default ${literal(schema.default)}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** A value with its name; a field of an object, or a parameter. */
export function fieldOf(name: string, schema: Schema, isRequired: boolean, depth = 0): Field {
  const { description = '' } = { ...resolved(schema).schema, ...schema };
  return {
    name,
    type: typeOf(schema),
    isRequired,
    note: noteOf(schema),
    description,
    fields: depth < DEEPEST ? fieldsOf(schema, depth + 1) : [],
  };
}

/** The fields of the object that a schema is or holds; none when it is no object. */
export function fieldsOf(given: Schema, depth = 0): Field[] {
  const { properties = {}, required = [] } = objectIn(given) ?? {};
  return Object.entries(properties).map(([name, schema]) =>
    fieldOf(name, schema, required.includes(name), depth),
  );
}

/** The forms that a body may have, where it may have several. */
export function formsOf(given: Schema): Schema[] {
  const several = alternatives(resolved(given).schema).filter((one) => !isNull(one));
  return several.length > 1 && several.every((one) => objectIn(one)) ? several : [given];
}
