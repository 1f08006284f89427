'use client';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { showUndo } from '#components/ui/show-undo.tsx';
import { SideDrawer } from '#components/ui/side-drawer.tsx';
import { detailOf } from '#lib/client/http.ts';
import { AppError } from '#lib/errors.ts';
import {
  fieldOfPointer,
  rebaseForm,
  type SceneForm,
  type SceneFormField,
  sceneEdit,
  sceneForm,
} from '#lib/projects/scene-form.ts';
import type { ProjectDetail, ProjectScene } from '#lib/schemas/project.ts';
import { ChangedElsewhere } from './changed-elsewhere.tsx';
import { DialogueFields } from './dialogue-fields.tsx';
import { PlacementFields } from './placement-fields.tsx';
import classes from './scene-editor.module.css';
import { SceneFields, SoundFields } from './scene-fields.tsx';
import { useSceneEdits } from './use-scene-edits.ts';

type Props = { project: ProjectDetail; scene: ProjectScene; onClose: () => void };
type Conflict = { theirs: SceneForm; changes: SceneFormField[]; contested: SceneFormField[] };

/** All that a person may say of a scene, saved in one go. */
export function SceneEditor({ project, scene, onClose }: Props) {
  // The scene as it was when the editor opened: an edit that arrives meanwhile is found when saving.
  const [base, setBase] = useState(scene);
  const form = useForm<SceneForm>({ defaultValues: sceneForm(base) });
  const { update, change } = useSceneEdits(project.project_id);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const undo = (before: ProjectScene, after: SceneForm) => {
    const back = sceneEdit(after, sceneForm(before));
    if (!back) return undefined;
    const references = before.references.map(({ tag, for: served }) => ({ tag, for: served }));
    const edit = { ...back, ...(back.placements && { references }) };
    return () => change.mutate({ sceneId: before.scene_id, edit: () => edit });
  };
  const save = async (values: SceneForm, against: ProjectScene): Promise<void> => {
    const edit = sceneEdit(sceneForm(against), values);
    if (!edit) return onClose();
    setProblem(null);
    try {
      const saved = await update.mutateAsync({
        sceneId: against.scene_id,
        edit,
        revision: against.revision,
      });
      onClose();
      showUndo(`Scene ${saved.index + 1} saved`, undo(against, sceneForm(saved)));
    } catch (error) {
      const current = currentOf(error);
      if (current) return meet(values, against, current);
      if (!placeProblems(error, form.setError)) setProblem(detailOf(error));
    }
  };
  /** The scene is another one by now: what is typed stays, and what was changed elsewhere is said. */
  const meet = async (values: SceneForm, against: ProjectScene, current: ProjectScene): Promise<void> => {
    const theirs = sceneForm(current);
    const rebased = rebaseForm(sceneForm(against), values, theirs);
    // Only its place changed: nothing to decide.
    if (rebased.theirChanges.length === 0) return save(values, current);
    setBase(current);
    form.reset(rebased.form);
    setConflict({ theirs, changes: rebased.theirChanges, contested: rebased.contested });
  };
  return (
    <SideDrawer title={`Scene ${scene.index + 1}`} onClose={onClose}>
      <FormProvider {...form}>
        <form
          className={classes.form}
          noValidate
          aria-label={`Scene ${scene.index + 1}`}
          onSubmit={form.handleSubmit((values) => save(values, base))}
        >
          <div className={classes.fields}>
            {conflict && <ChangedElsewhere {...conflict} />}
            <SceneFields isFirst={scene.index === 0} />
            {project.snapshot_digest && <PlacementFields project={project} scene={base} />}
            <DialogueFields project={project} />
            <SoundFields />
          </div>
          <footer className={classes.footer}>
            <p role="alert">{problem}</p>
            <Button variant="subtle" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" variant="filled" loading={update.isPending}>
              Save scene
            </Button>
          </footer>
        </form>
      </FormProvider>
    </SideDrawer>
  );
}

function currentOf(error: unknown): ProjectScene | null {
  if (!(error instanceof AppError) || error.code !== 'precondition-failed') return null;
  // The server's own answer to this very action, in the shape of its success.
  return (error.extra?.current as ProjectScene | undefined) ?? null;
}

type SetError = ReturnType<typeof useForm<SceneForm>>['setError'];

/** Puts each refusal at its field; false when one has no field here. */
function placeProblems(error: unknown, setError: SetError): boolean {
  if (!(error instanceof AppError) || !error.errors?.length) return false;
  let isPlaced = true;
  error.errors.forEach(({ pointer, detail }, place) => {
    const field = pointer && fieldOfPointer(pointer);
    if (field) setError(field as 'title', { message: sentence(detail) }, { shouldFocus: place === 0 });
    else isPlaced = false;
  });
  return isPlaced;
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
