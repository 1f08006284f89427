import type { z } from 'zod';
import { AppError, ERROR_STATUS, type ErrorCode } from '#lib/errors.ts';
import type { Problem } from '#lib/http/problem.ts';

const UNREACHABLE = 'The server cannot be reached. Try again in a moment.';
/** Members of a problem document that `AppError` names itself; all others are its `extra`. */
const STANDARD_MEMBERS = new Set(['type', 'title', 'status', 'code', 'detail', 'instance', 'errors']);

/** The error a problem document stands for. An unknown code counts as `internal`. */
export function appErrorOf(problem: Problem): AppError {
  const code = problem.code in ERROR_STATUS ? (problem.code as ErrorCode) : 'internal';
  const extra = Object.fromEntries(Object.entries(problem).filter(([key]) => !STANDARD_MEMBERS.has(key)));
  return new AppError(code, {
    detail: problem.detail ?? problem.title,
    ...(problem.errors && { errors: problem.errors }),
    ...(Object.keys(extra).length > 0 && { extra }),
  });
}

async function responseError(response: Response): Promise<AppError> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  const problem: Problem | null = isProblem ? await response.json().catch(() => null) : null;
  if (problem && typeof problem.code === 'string') return appErrorOf(problem);
  return new AppError(response.status >= 502 && response.status <= 504 ? 'unavailable' : 'internal', {
    detail: `The server answered ${response.status}. Try again in a moment.`,
  });
}

/**
 * `fetch` that answers only with success.
 * @throws AppError from problem+json; `unavailable` when nothing answers. An abort stays an abort.
 */
export async function apiFetch(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new AppError('unavailable', { detail: UNREACHABLE, cause });
  });
  if (!response.ok) throw await responseError(response);
  return response;
}

/**
 * The parsed body of an answer. Schemas come by dynamic `import()`: a page opens without the schema library, which is
 * as large as all of its own code, and reads it with the first answer.
 */
export async function readAnswer<T>(response: Response, schema: Promise<z.ZodType<T>>): Promise<T> {
  const [body, expected] = await Promise.all([response.json(), schema]);
  return expected.parse(body);
}

/** The cursor in `Link: <…?cursor=…>; rel="next"`; null on the last page. */
export function nextCursorOf(link: string | null): string | null {
  const url = link?.match(/<([^>]+)>\s*;\s*rel="next"/)?.[1];
  return url ? new URL(url, 'http://localhost').searchParams.get('cursor') : null;
}

/** The sentence of an error that may be shown to a person. */
export function detailOf(error: unknown): string {
  return error instanceof AppError && error.detail ? error.detail : UNREACHABLE;
}
