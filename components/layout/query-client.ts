import { QueryClient } from '@tanstack/react-query';
import { AppError } from '#lib/errors.ts';

/** Only what may pass by itself is asked again: no answer, or an answer that says "later". */
const mayPass = (error: Error) => !(error instanceof AppError) || error.status >= 500;

/** The settings server prefetch and browser share: what the page just read is not read again at once. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && mayPass(error),
      },
    },
  });
}
