import type { z } from 'zod';
import { AppError, type ErrorCode, type FieldError } from '../errors.ts';

const TITLES: Partial<Record<ErrorCode, string>> = {
  'not-found': 'There is nothing here',
  conflict: 'The request conflicts with the present state',
  'in-use': 'Something still uses this',
  'invalid-state': 'The present state does not allow this',
  'precondition-failed': 'It was changed elsewhere',
  'payload-too-large': 'The request is too large',
  'validation-failed': 'The request is not valid',
  internal: 'Something went wrong on our side',
  unavailable: 'The service is not available right now',
};

/** An RFC 9457 problem document; the same shape leaves routes and server actions. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  instance?: string;
  errors?: FieldError[];
  [extra: string]: unknown;
};

/** The problem document of an error. Shows `detail` and `errors`, never `cause`. */
export function problemOf(error: AppError, requestId?: string): Problem {
  return {
    ...error.extra,
    type: `/problems/${error.code}`,
    title: TITLES[error.code] ?? sentence(error.code),
    status: error.status,
    code: error.code,
    ...(error.detail && { detail: error.detail }),
    ...(requestId && { instance: `urn:request:${requestId}` }),
    ...(error.errors && { errors: error.errors }),
  };
}

const sentence = (code: string) => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');

const WORDS: Record<string, string> = {
  'too-long': 'is too long',
  'too-many': 'has too many entries',
  empty: 'must not be empty',
  'control-character': 'holds a control character',
  'not-well-formed': 'is not well-formed Unicode',
  'stacked-marks': 'stacks too many combining marks',
  'not-an-id': 'is not an id',
  'not-a-hash': 'is not a SHA-256 in lower-case hex',
  'not-an-address': 'is not an http or https address',
  'not-a-secret': 'is not whsec_ and base64 of 24 to 64 bytes',
  'not-a-number': 'must be a whole number in decimal digits',
  'unknown-field': 'is not a field of this request',
  'wrong-type': 'has the wrong type',
  required: 'is required',
  'out-of-range': 'is out of range',
  'not-allowed': 'is not one of the allowed values',
  'one-of-two': 'must name either url or sha256',
};

function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'wrong-type';
    case 'too_small':
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? sizeCode(issue) : 'out-of-range';
    case 'invalid_value':
      return issue.input === undefined ? 'required' : 'not-allowed';
    case 'invalid_union':
      return lacksDiscriminator(issue) ? 'required' : 'not-valid';
    case 'unrecognized_keys':
      return 'unknown-field';
    default:
      return issue.message in WORDS ? issue.message : 'not-valid';
  }
}

const lacksDiscriminator = ({ discriminator, input }: z.core.$ZodIssueInvalidUnion) =>
  discriminator !== undefined && (input as Record<string, unknown> | null)?.[discriminator] === undefined;

const sizeCode = (issue: { code: 'too_small' | 'too_big' }) =>
  issue.code === 'too_big' ? 'too-long' : 'empty';

const MAX_ECHOED_KEY = 100;
/** Entries of one answer: a body of a megabyte may be wrong in as many places as it has keys. */
const MAX_ERRORS = 100;

/** A key of the request as it may be shown: bounded and well-formed. */
const echoed = (key: PropertyKey) => String(key).slice(0, MAX_ECHOED_KEY).toWellFormed();

const pointerOf = (path: PropertyKey[]) =>
  `#${path.map((p) => `/${encodeURIComponent(echoed(p).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;

/** Turns what zod found into field errors: JSON pointers for a body, parameter names for a query. */
export function fieldErrors(error: z.core.$ZodError, where: 'body' | 'query'): FieldError[] {
  return error.issues.flatMap((issue) => {
    const code = issue.code === 'custom' || issue.message in WORDS ? customCode(issue) : codeOf(issue);
    const detail = rangeDetail(issue) ?? WORDS[code] ?? 'is not valid';
    const paths =
      issue.code === 'unrecognized_keys'
        ? issue.keys.slice(0, MAX_ERRORS).map((k) => [...issue.path, k])
        : [issue.path];
    return paths.map((path) => ({
      ...(where === 'body' ? { pointer: pointerOf(path) } : { parameter: path.map(echoed).join('.') }),
      code,
      detail,
    }));
  });
}

const customCode = (issue: z.core.$ZodIssue) => (issue.message in WORDS ? issue.message : 'not-valid');

function rangeDetail(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'too_big' && issue.origin === 'number') return `must be at most ${issue.maximum}`;
  if (issue.code === 'too_small' && issue.origin === 'number') return `must be at least ${issue.minimum}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  return undefined;
}

/**
 * Parses a value that came from outside.
 * @throws AppError validation-failed, with one entry per field that is wrong.
 */
export function parseWith<S extends z.ZodType>(
  schema: S,
  value: unknown,
  where: 'body' | 'query',
): z.output<S> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error, where).slice(0, MAX_ERRORS);
  const detail = errors.length === 1 ? 'One field is wrong.' : `${errors.length} fields are wrong.`;
  throw new AppError('validation-failed', { detail, errors });
}
