import { scan } from 'secure-json-parse';
import { AppError } from '../errors.ts';
import { requestBody } from './request-body.ts';

/** Of a body that is read whole, unless its operation says otherwise. */
export const MAX_BODY_BYTES = 1024 * 1024;
const MAX_DEPTH = 32;

const tooLarge = (maxBytes: number) =>
  new AppError('payload-too-large', {
    detail: `The body may hold ${Math.round(maxBytes / 1024 / 1024)} MiB at most.`,
  });

/** The bytes of a body. @throws AppError unsupported-media-type when compressed, payload-too-large */
export async function readCapped(request: Request, maxBytes: number): Promise<Uint8Array> {
  const encoding = request.headers.get('content-encoding');
  if (encoding && encoding !== 'identity')
    throw new AppError('unsupported-media-type', { detail: 'Send the body without compression.' });
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of requestBody(request.body, maxBytes)) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Depth of nested brackets outside of strings, found without recursion, so a hostile body cannot exhaust the stack. */
function nestingDepth(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const c = json[i];
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === '{' || c === '[') deepest = Math.max(deepest, ++depth);
    else if (c === '}' || c === ']') depth--;
  }
  return deepest;
}

/**
 * Reads a JSON body as hostile input: at most 1 MiB unless said otherwise, valid UTF-8, at most 32 levels, no prototype keys.
 * An absent body is `undefined` where `optional`.
 * @throws AppError unsupported-media-type, payload-too-large, malformed-json, validation-failed
 */
export async function readJson(
  request: Request,
  { optional = false, maxBytes = MAX_BODY_BYTES } = {},
): Promise<{ value: unknown; bytes: Uint8Array }> {
  const type = request.headers.get('content-type');
  const isJson = type !== null && /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type.trim());
  const wrongType = () =>
    new AppError('unsupported-media-type', { detail: 'Send the body as application/json in UTF-8.' });
  if (!isJson && !(optional && type === null)) throw wrongType();
  const bytes = await readCapped(request, maxBytes);
  if (optional && bytes.byteLength === 0) return { value: undefined, bytes };
  // Without a type a page of another site may send a body unasked.
  if (!isJson) throw wrongType();
  return { value: parseJson(bytes), bytes };
}

/**
 * Parses foreign JSON: valid UTF-8, at most 32 levels, no prototype keys. `what` names it in the error.
 * @throws AppError malformed-json, validation-failed
 */
export function parseJson(bytes: Uint8Array, what = 'The body'): unknown {
  let value: unknown;
  let json: string;
  try {
    json = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('malformed-json', { detail: `${what} is not valid UTF-8.`, cause });
  }
  if (nestingDepth(json) > MAX_DEPTH)
    throw new AppError('validation-failed', {
      detail: `${what} is nested deeper than ${MAX_DEPTH} levels.`,
    });
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new AppError('malformed-json', { detail: `${what} is not valid JSON.`, cause });
  }
  try {
    if (typeof value === 'object' && value !== null)
      scan(value, { protoAction: 'error', constructorAction: 'error' });
  } catch (cause) {
    throw new AppError('validation-failed', {
      detail: 'One field is wrong.',
      errors: [{ pointer: '#', code: 'unknown-field', detail: 'holds a field that is not of this request' }],
      cause,
    });
  }
  return value;
}
