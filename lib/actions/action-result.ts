import { randomUUID } from 'node:crypto';
import { type Problem, problemOf } from '../http/problem.ts';
import { toAppError } from '../http/to-app-error.ts';

/** What a server action answers: data, or a problem in the shape of the REST API. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; problem: Problem };

/** Runs one service call and folds what it throws into a problem. */
export async function actionResult<T>(run: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await run() };
  } catch (error) {
    const requestId = randomUUID();
    return { ok: false, problem: problemOf(toAppError(error, requestId), requestId) };
  }
}
