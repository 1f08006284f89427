import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, useSyncExternalStore } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { openStorage } from '#lib/client/browser-storage.ts';
import { detailOf } from '#lib/client/http.ts';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { projectKeys } from '#lib/client/project-queries.ts';
import { isSendable } from '#lib/client/quick-images.ts';
import { startFilm } from '#lib/client/start-film.ts';
import { StartKey } from '#lib/client/start-key.ts';
import { AppError } from '#lib/errors.ts';
import type { Generate, GenerateInput } from '#lib/schemas/project.ts';
import type { QuickImages } from './use-quick-images.ts';

type Form = UseFormReturn<GenerateInput, unknown, Generate>;

/** What is said when a film could not start. `manifest`: choosing another one mends it. */
export type StartProblem = { text: string; about: 'manifest' | 'film' };

type Sending = { /** 0…1 of the bytes. */ share: number };

/** What a start needs beside the fields of the form. */
type Wish = { images: QuickImages | null; onStarted: (projectId: string) => void };

/**
 * Starts a film once, however often the button is pressed and whether or not the answer arrives, and puts refusals
 * where they belong. `images` go with it when they stand in for a manifest.
 */
export function useStartFilm(form: Form, { images, onStarted }: Wish) {
  const queryClient = useQueryClient();
  const isUnderWay = useRef(false);
  const [isStarting, setStarting] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [startKey] = useState(() => new StartKey(openStorage('session')));
  // A press before the page came alive would send the form as a plain one.
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [problem, setProblem] = useState<StartProblem | null>(null);

  const start = async (values: Generate) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setProblem(null);
    setStarting(true);
    const sent = images?.items.filter(isSendable) ?? [];
    const key = startKey.keyFor(JSON.stringify([values, sent.map(({ id, name, type }) => [id, name, type])]));
    try {
      const answer =
        sent.length > 0
          ? await (await import('#lib/client/send-film.ts')).sendFilm({
              values,
              items: sent,
              key,
              onShare: (share) => setSending({ share }),
            })
          : await startFilm(values, key);
      startKey.settle();
      for (const { detail } of answer.warnings) notifications.show({ message: detail });
      void queryClient.invalidateQueries({ queryKey: projectKeys.lists() });
      void queryClient.invalidateQueries({ queryKey: manifestKeys.all });
      // After success it stays busy until the film's page is there.
      onStarted(answer.project_id);
    } catch (error) {
      isUnderWay.current = false;
      setStarting(false);
      setSending(null);
      // A lost answer may have started the film: asked again under its key, it is the same one.
      if (!isLost(error)) startKey.settle();
      refuseImages(images, error);
      setProblem(placeProblem(form, error));
      if (error instanceof AppError && (error.status === 404 || error.status === 409)) {
        void queryClient.invalidateQueries({ queryKey: manifestKeys.details() });
      }
    }
  };
  return { start, isBusy: !isAlive || isStarting, sending, problem };
}

const isLost = (error: unknown) =>
  !(error instanceof AppError) || error.status >= 500 || error.code === 'idempotency-in-flight';

const never = () => () => {};

export type StartFilm = ReturnType<typeof useStartFilm>;

/** Which image the server did not take is said at that image. */
function refuseImages(images: QuickImages | null, error: unknown): void {
  if (!(error instanceof AppError)) return;
  for (const { pointer, detail } of error.errors ?? []) {
    const index = pointer?.match(/^#\/images\/(\d+)$/)?.[1];
    if (index) images?.refuse(Number(index), detail);
  }
}

const LOST = 'The server did not answer. Press again: it is one film, however often you do.';

/** Field errors go to their fields; the rest is said beside the button. */
function placeProblem(form: Form, error: unknown): StartProblem | null {
  if (error instanceof AppError && error.code === 'unavailable') return { text: LOST, about: 'film' };
  if (!(error instanceof AppError)) return { text: detailOf(error), about: 'film' };
  if (error.code === 'not-found') {
    return {
      text: 'This manifest was deleted meanwhile. Choose another one, or none. The prompt and settings are kept.',
      about: 'manifest',
    };
  }
  if (error.status === 409) return { text: detailOf(error), about: 'manifest' };
  const known = form.getValues();
  const placed = (error.errors ?? []).filter(({ pointer, detail }) => {
    const name = pointer?.replace(/^#\//, '');
    if (!name || !(name in known)) return false;
    form.setError(name as keyof GenerateInput, { message: detail });
    return true;
  });
  return placed.length > 0 ? null : { text: detailOf(error), about: 'film' };
}
