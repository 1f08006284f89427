'use client';
import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { showProblem, showUndo } from '#components/ui/show-undo.tsx';
import { saveManifestAction } from '#lib/actions/fork-actions.ts';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { projectKeys } from '#lib/client/project-queries.ts';
import { useAction } from '#lib/client/use-action.ts';
import { MANIFEST_LIMITS } from '#lib/schemas/manifest-values.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './snapshot.module.css';

/** Puts the quick upload of a film into the library, so that other films can be made with it. */
export function SaveManifest({ project }: { project: ProjectDetail }) {
  const queryClient = useQueryClient();
  const [name, setName] = useState(project.manifest_name ?? '');
  const save = useAction(saveManifestAction, {
    onSuccess: async (saved) => {
      showUndo(`${saved.name} is in the library.`);
      void queryClient.invalidateQueries({ queryKey: manifestKeys.all });
      await queryClient.invalidateQueries({ queryKey: projectKeys.all });
    },
    onError: showProblem,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const trimmed = name.trim();
    if (!save.isPending) save.mutate([project.project_id, trimmed === '' ? {} : { name: trimmed }]);
  };
  return (
    <form className={classes.save} onSubmit={submit}>
      <p>These images belong to this film alone. In the library other films can use them.</p>
      <TextInput
        label="Name in the library"
        maxLength={MANIFEST_LIMITS.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" loading={save.isPending || save.isSuccess}>
        Save to library
      </Button>
    </form>
  );
}
