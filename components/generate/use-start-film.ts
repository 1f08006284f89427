import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, useSyncExternalStore } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { generateAction } from '#lib/actions/project-actions.ts';
import { clearDraft } from '#lib/client/generate-draft.ts';
import { detailOf } from '#lib/client/http.ts';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { projectKeys } from '#lib/client/project-queries.ts';
import { useAction } from '#lib/client/use-action.ts';
import { AppError } from '#lib/errors.ts';
import type { Generate, GenerateInput } from '#lib/schemas/project.ts';

type Form = UseFormReturn<GenerateInput, unknown, Generate>;

/** What is said when a film could not start. `manifest`: choosing another one mends it. */
export type StartProblem = { text: string; about: 'manifest' | 'film' };

/** Starts a film once, however often the button is pressed, and puts refusals where they belong. */
export function useStartFilm(form: Form, onStarted: (projectId: string) => void) {
  const queryClient = useQueryClient();
  const generate = useAction(generateAction);
  const isUnderWay = useRef(false);
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
    try {
      const answer = await generate.mutateAsync([values]);
      clearDraft();
      for (const { detail } of answer.warnings) notifications.show({ message: detail });
      void queryClient.invalidateQueries({ queryKey: projectKeys.lists() });
      void queryClient.invalidateQueries({ queryKey: manifestKeys.all });
      onStarted(answer.project_id);
    } catch (error) {
      isUnderWay.current = false;
      setProblem(placeProblem(form, error));
      if (error instanceof AppError && (error.status === 404 || error.status === 409)) {
        void queryClient.invalidateQueries({ queryKey: manifestKeys.details() });
      }
    }
  };
  // After success it stays busy until the film's page is there.
  const isBusy = !isAlive || generate.isPending || generate.isSuccess;
  return { start, isBusy, problem };
}

const never = () => () => {};

export type StartFilm = ReturnType<typeof useStartFilm>;

/** Field errors go to their fields; the rest is said beside the button. */
function placeProblem(form: Form, error: unknown): StartProblem | null {
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
