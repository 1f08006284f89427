import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import { openApiDocument } from './document.ts';
import { OPERATIONS } from './operations.ts';

type Content = Record<string, { schema?: object }>;
type Operation = { responses?: Record<string, { content?: Content }> };

const file = openApiDocument('test');
const paths = (file.paths ?? {}) as Record<string, Record<string, Operation>>;

/** What the OpenAPI file says of an operation; two with one method and address are one there. */
const documented = new Map(
  OPERATIONS.map(({ id, path, method }) => [id, paths[path]?.[method.toLowerCase()]] as const),
);

/** Why the last value that a validator refused was refused. */
export const errorsText = ({ errors }: ValidateFunction) => ajv.errorsText(errors);

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: 'api', components: file.components ?? {} });
const compiled = new Map<object, ValidateFunction>();

/** References in the file are relative to it; here it has the name `api`. */
const named = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'));

/** Checks a value against a schema of the file. */
export function validatorOf(schema: object): ValidateFunction {
  const known = compiled.get(schema) ?? ajv.compile(named(schema));
  compiled.set(schema, known);
  return known;
}

/** Why an answer is not what the OpenAPI file says; null when it is. */
export async function deviation(id: string, response: Response): Promise<string | null> {
  const answer = documented.get(id)?.responses?.[String(response.status)];
  const said = `${id} answered ${response.status}`;
  if (!answer) return `${said}, which the file does not name: ${await response.text()}`;
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  // HEAD and 304 name the type of what they do not send.
  if (response.body === null) return null;
  const schema = answer.content?.[type]?.schema;
  if (!schema) return `${said} as ${type || 'bytes without a type'}, which the file does not name`;
  if (!type.endsWith('json')) return null;
  const validate = validatorOf(schema);
  return validate(await response.json()) ? null : `${said}: ${errorsText(validate)}`;
}
