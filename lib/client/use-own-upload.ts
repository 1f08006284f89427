'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { AppError } from '#lib/errors.ts';
import type { Fit } from '#lib/schemas/take-values.ts';
import { projectKeys } from './project-queries.ts';

type Ports = { file: File; fit: Fit; signal: AbortSignal; onProgress: (sentBytes: number) => void };
type Upload<T> = {
  check: (file: File) => Promise<string | null>;
  send: (ports: Ports) => Promise<T>;
  onDone: (answer: T) => void;
  onProblem: (error: unknown) => void;
};

/** One upload at a time into a film, with its share (0…1; null: none runs). Leaving the page ends it. */
export function useOwnUpload<T>({ check, send, onDone, onProblem }: Upload<T>) {
  const queryClient = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (file: File | undefined, fit: Fit) => {
    if (!file || running.current) return;
    const stop = new AbortController();
    running.current = stop;
    setShare(0);
    try {
      const refusal = await check(file);
      if (refusal) throw new AppError('validation-failed', { detail: refusal });
      const onProgress = (sent: number) => setShare(Math.min(1, sent / file.size));
      onDone(await send({ file, fit, signal: stop.signal, onProgress }));
    } catch (error) {
      if (!stop.signal.aborted) onProblem(error);
    } finally {
      running.current = null;
      setShare(null);
      await queryClient.invalidateQueries({ queryKey: projectKeys.all });
    }
  };
  return { share, start };
}
