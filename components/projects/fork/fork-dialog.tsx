'use client';
import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import { forkPreviewOptions } from '#lib/client/fork-queries.ts';
import { detailOf } from '#lib/client/http.ts';
import { useFork } from '#lib/client/use-fork.ts';
import type { AppError } from '#lib/errors.ts';
import { type ForkValues, forkInput } from '#lib/projects/fork-input.ts';
import { forkTitle } from '#lib/projects/fork-title.ts';
import { PROJECT_LIMITS, type ProjectDetail } from '#lib/schemas/project.ts';
import classes from './fork.module.css';
import { ForkManifest } from './fork-manifest.tsx';
import { ForkSettings } from './fork-settings.tsx';
import { ForkShares } from './fork-shares.tsx';

/** How long typing rests before the server is asked what a fork would share. */
const REST_MS = 250;

/** A new film from this one: its settings, to be changed, and what the fork would share. */
export function ForkDialog({ project, onClose }: { project: ProjectDetail; onClose: () => void }) {
  useReturnFocus();
  const [values, setValues] = useState<ForkValues>(() => ({
    ...project,
    title: forkTitle(project.title),
    manifest: 'same',
  }));
  const set = (changes: Partial<ForkValues>) => setValues((before) => ({ ...before, ...changes }));
  const [problem, setProblem] = useState<AppError | null>(null);
  const fork = useFork(project.project_id, { onError: setProblem });
  const input = forkInput(project, values);
  const [settled] = useDebouncedValue(JSON.stringify(input), REST_MS);
  const preview = useQuery({
    ...forkPreviewOptions(project.project_id, JSON.parse(settled)),
    enabled: values.prompt.trim() !== '',
    retry: false,
  });
  const errorOf = (name: string) =>
    problem?.errors?.find(({ pointer }) => pointer === `#/${name}`)?.detail ?? null;
  const isPlaced = problem?.errors?.some(({ pointer }) => pointer && pointer.slice(2) in values) ?? false;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    const title = values.title.trim();
    fork.start({ ...input, ...(title !== '' && { title }) });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(720px, 96vw)"
      title={`Fork “${project.title}”`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ body: classes.body }}
    >
      <form onSubmit={submit} className={classes.form}>
        <p className={classes.about}>
          A new film that shares every picture and clip that does not change. This film and the library stay
          as they are.
        </p>
        <TextInput
          label="Title"
          maxLength={PROJECT_LIMITS.title}
          value={values.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
          error={errorOf('title')}
          data-autofocus
        />
        <Textarea
          label="Prompt"
          autosize
          minRows={2}
          maxRows={7}
          maxLength={PROJECT_LIMITS.prompt}
          value={values.prompt}
          onChange={(event) => set({ prompt: event.currentTarget.value })}
          error={values.prompt.trim() === '' ? 'A film needs a prompt.' : errorOf('prompt')}
        />
        <ForkSettings values={values} set={set} errorOf={errorOf} />
        <ForkManifest project={project} value={values.manifest} onChange={(manifest) => set({ manifest })} />
        <ForkShares
          preview={preview.data}
          isAsking={preview.isFetching || settled !== JSON.stringify(input)}
          problem={preview.isError ? detailOf(preview.error) : null}
        />
        <div className={classes.foot}>
          {problem && !isPlaced && (
            <p className={classes.error} role="alert">
              {detailOf(problem)}
            </p>
          )}
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="filled"
            loading={fork.isBusy}
            disabled={values.prompt.trim() === '' || (preview.isError && !preview.isFetching)}
          >
            Make the fork
          </Button>
        </div>
      </form>
    </Modal>
  );
}
