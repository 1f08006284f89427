import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import type { ActionResult } from '#lib/actions/action-result.ts';
import { AppError } from '#lib/errors.ts';
import { appErrorOf } from './http.ts';

/** The data of an action's answer. @throws AppError for its problem */
export function unwrap<T>(result: ActionResult<T>): T {
  if (!result.ok) throw appErrorOf(result.problem);
  return result.data;
}

/** A server action as a mutation: `mutate([...args])`; a problem arrives as `AppError`, a lost connection too. */
export function useAction<Args extends unknown[], T>(
  action: (...args: Args) => Promise<ActionResult<T>>,
  options: Omit<UseMutationOptions<T, AppError, Args>, 'mutationFn'> = {},
) {
  return useMutation<T, AppError, Args>({
    ...options,
    mutationFn: async (args) => {
      const result = await action(...args).catch((cause: unknown) => {
        throw new AppError('unavailable', {
          detail: 'The server cannot be reached. Try again in a moment.',
          cause,
        });
      });
      return unwrap(result);
    },
  });
}
