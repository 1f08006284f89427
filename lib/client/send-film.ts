import { AppError } from '#lib/errors.ts';
import type { Generate, GenerateAnswer } from '#lib/schemas/project.ts';
import { type QuickImageItem, quickFormData } from './quick-images.ts';
import { sendForm } from './upload-file.ts';

/** How often, and every how many ms, a start that is still under way is asked for its answer. */
const IN_FLIGHT = { tries: 20, everyMs: 1000 } as const;

type Upload = {
  values: Generate;
  items: readonly QuickImageItem[];
  key: string;
  /** 0…1 of the bytes that are on their way. */
  onShare: (share: number) => void;
};

/** Starts a film with its images. @throws AppError the server's problem; `unavailable` when there was no answer */
export async function sendFilm({ values, items, key, onShare }: Upload): Promise<GenerateAnswer> {
  const total = items.reduce((sum, { file }) => sum + file.size, 0) || 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendForm({
        url: '/api/generate',
        body: quickFormData(values, items),
        headers: { 'idempotency-key': key },
        onProgress: (sentBytes) => onShare(Math.min(1, sentBytes / total)),
        signal: new AbortController().signal,
        read: async (body) => (await import('#lib/schemas/project.ts')).generateAnswerSchema.parse(body),
      });
    } catch (error) {
      const isRunning = error instanceof AppError && error.code === 'idempotency-in-flight';
      if (!isRunning || attempt >= IN_FLIGHT.tries) throw error;
      await new Promise((go) => setTimeout(go, IN_FLIGHT.everyMs));
    }
  }
}
