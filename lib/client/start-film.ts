import { generateAction } from '#lib/actions/project-actions.ts';
import { AppError } from '#lib/errors.ts';
import type { Generate, GenerateAnswer } from '#lib/schemas/project.ts';
import { unwrap } from './use-action.ts';

/** @throws AppError the server's problem; `unavailable` when there was no answer */
export async function startFilm(values: Generate, key: string): Promise<GenerateAnswer> {
  const result = await generateAction(values, key).catch((cause: unknown) => {
    throw new AppError('unavailable', { cause });
  });
  return unwrap(result);
}
