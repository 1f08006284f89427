import type { LockfilePreview } from '#lib/schemas/lockfile.ts';
import type { GenerateAnswer } from '#lib/schemas/project.ts';
import { sendForm } from './upload-file.ts';

/** What a film is made again from: its lockfile, its bundle, or both. */
export type LockfileFiles = { lockfile: File | null; bundle: File | null };

type Send = { files: LockfileFiles; onProgress: (sentBytes: number) => void; signal: AbortSignal };

const URL_PATH = '/api/projects/from-lockfile';

function bodyOf({ lockfile, bundle }: LockfileFiles): FormData {
  const body = new FormData();
  if (lockfile) body.append('lockfile', lockfile);
  if (bundle) body.append('bundle', bundle);
  return body;
}

/** What would be made. @throws AppError the reason why the files are refused */
export const previewLockfile = ({ files, onProgress, signal }: Send): Promise<LockfilePreview> =>
  sendForm({
    url: `${URL_PATH}?dry_run=true`,
    body: bodyOf(files),
    onProgress,
    signal,
    read: async (answer) => (await import('#lib/schemas/lockfile.ts')).lockfilePreviewSchema.parse(answer),
  });

/** Makes the film; the same `key` again gets the first answer. */
export const makeFromLockfile = ({
  files,
  key,
  onProgress,
  signal,
}: Send & { key: string }): Promise<GenerateAnswer> =>
  sendForm({
    url: URL_PATH,
    body: bodyOf(files),
    headers: { 'idempotency-key': key },
    onProgress,
    signal,
    read: async (answer) => (await import('#lib/schemas/project.ts')).generateAnswerSchema.parse(answer),
  });
