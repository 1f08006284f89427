import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { countValues } from '../bundles/count-values.ts';
import { AppError, type FieldError } from '../errors.ts';
import { parseJson } from '../http/json-body.ts';
import { fieldErrors } from '../http/problem.ts';
import { LOCKFILE_FORMAT, LOCKFILE_LIMITS, type Lockfile, lockfileSchema } from '../schemas/lockfile.ts';
import { FORBIDDEN_IN_PROSE } from '../schemas/text-rules.ts';

const ERRORS_MAX = 50;
const MILLION = 1024 * 1024;

export const lockfileError = (detail: string, errors?: FieldError[]) =>
  new AppError('validation-failed', { detail, ...(errors && { errors }) });

/** Canonical JSON (RFC 8785) of a lockfile, and its SHA-256. */
export function lockfileBytes(lock: Lockfile): { bytes: Buffer; digest: string } {
  const bytes = Buffer.from(canonicalize(lock) ?? '');
  return { bytes, digest: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * Reads a lockfile as foreign: by size and number of values before it is parsed, then by its schema, then by what a
 * database and a page can hold of text.
 * @throws AppError payload-too-large, malformed-json, validation-failed with where it is wrong
 */
export function parseLockfile(bytes: Uint8Array): Lockfile {
  if (bytes.byteLength > LOCKFILE_LIMITS.bytes)
    throw new AppError('payload-too-large', {
      detail: `A lockfile holds ${LOCKFILE_LIMITS.bytes / MILLION} MB at most.`,
    });
  if (countValues(bytes) > LOCKFILE_LIMITS.values)
    throw lockfileError('This lockfile holds too many values.');
  return lockfileOf(parseJson(bytes, 'The lockfile'));
}

/** A lockfile of JSON that was parsed already. @throws AppError validation-failed */
export function lockfileOf(value: unknown): Lockfile {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typeof format !== 'number' || !('film' in (value as object)))
    throw lockfileError('This is not a lockfile of a film.');
  if (format !== LOCKFILE_FORMAT)
    throw lockfileError(
      `This lockfile is of format ${format}. This vidpipe reads format ${LOCKFILE_FORMAT}.`,
      [{ pointer: '#/format', code: 'unknown-version', detail: `must be ${LOCKFILE_FORMAT}` }],
    );
  assertLengths(value as object);
  assertText(value, '#');
  const result = lockfileSchema.safeParse(value, { reportInput: true });
  if (!result.success) {
    const errors = fieldErrors(result.error, 'body').slice(0, ERRORS_MAX);
    const where = errors[0]?.pointer?.slice(1) || '/';
    throw lockfileError(
      `The lockfile is wrong at ${where}: ${errors[0]?.detail ?? 'it is not valid'}.`,
      errors,
    );
  }
  assertScenes(result.data);
  return result.data;
}

/** Told before the schema looks, which would list what is wrong with each of millions. */
function assertLengths({
  scenes,
  snapshot,
  film,
}: {
  scenes?: unknown;
  snapshot?: unknown;
  film?: unknown;
}): void {
  const listIn = (of: unknown, name: string) => (of as Record<string, unknown> | null)?.[name];
  const lists = [
    [scenes, LOCKFILE_LIMITS.scenes],
    [listIn(film, 'parts'), LOCKFILE_LIMITS.scenes + 2],
    [listIn(listIn(snapshot, 'data'), 'assets'), LOCKFILE_LIMITS.assets],
  ] as const;
  if (lists.some(([list, max]) => Array.isArray(list) && list.length > max))
    throw lockfileError('This lockfile holds more scenes or assets than a film has.');
}

/** Text that no database stores and no page shows is refused wherever it stands. */
function assertText(value: unknown, pointer: string): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed() || FORBIDDEN_IN_PROSE.test(value))
      throw lockfileError(`The lockfile is wrong at ${pointer.slice(1)}: it holds control characters.`, [
        { pointer, code: 'control-character', detail: 'holds control characters' },
      ]);
  } else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      assertText(key, pointer);
      assertText(inner, `${pointer}/${key}`);
    }
}

function assertScenes({ scenes, snapshot }: Lockfile): void {
  const tags = new Set(snapshot?.data.assets.map((a) => a.manifest_tag));
  for (const [i, { plan }] of scenes.entries()) {
    const stranger = [...plan.placements, ...plan.references].find((p) => !tags.has(p.tag));
    if (stranger)
      throw lockfileError(
        `Scene ${i + 1} of the lockfile names ${stranger.tag}, which its snapshot does not hold.`,
        [
          {
            pointer: `#/scenes/${i}/plan`,
            code: 'not-found',
            detail: 'names a tag that is not in the snapshot',
          },
        ],
      );
  }
}
