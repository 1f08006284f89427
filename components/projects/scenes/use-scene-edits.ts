'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { showProblem, showUndo } from '#components/ui/show-undo.tsx';
import {
  addSceneAction,
  orderScenesAction,
  removeSceneAction,
  restoreSceneAction,
  updateSceneAction,
} from '#lib/actions/scene-actions.ts';
import { projectKeys } from '#lib/client/project-queries.ts';
import { unwrap } from '#lib/client/use-action.ts';
import type { ProjectDetail, ProjectScene } from '#lib/schemas/project.ts';
import type { UpdateSceneInput } from '#lib/schemas/scene-edit.ts';

/** Edits of the scenes of one film. They run one after the other, each on the scene as the one before left it. */
export function useSceneEdits(projectId: string) {
  const queryClient = useQueryClient();
  const queryKey = projectKeys.detail(projectId);
  const readAgain = async () => {
    void queryClient.invalidateQueries({ queryKey: projectKeys.lists() });
    await queryClient.invalidateQueries({ queryKey });
  };
  const shared = { scope: { id: `scenes-${projectId}` }, onSettled: readAgain };
  const sceneNow = (sceneId: string) =>
    queryClient.getQueryData<ProjectDetail>(queryKey)?.scenes.find((each) => each.scene_id === sceneId);
  const replace = (scene: ProjectScene) =>
    queryClient.setQueryData<ProjectDetail>(
      queryKey,
      (film) =>
        film && {
          ...film,
          scenes: film.scenes.map((each) => (each.scene_id === scene.scene_id ? scene : each)),
        },
    );

  const update = useMutation({
    ...shared,
    mutationFn: async (input: { sceneId: string; edit: UpdateSceneInput; revision: number }) =>
      unwrap(await updateSceneAction(projectId, input.sceneId, input.edit, input.revision)),
    onSuccess: replace,
  });
  /** An edit that is computed from the scene as it is when its turn comes. */
  const change = useMutation({
    ...shared,
    mutationFn: async (input: { sceneId: string; edit: (scene: ProjectScene) => UpdateSceneInput }) => {
      const scene = sceneNow(input.sceneId);
      if (!scene) return;
      replace(unwrap(await updateSceneAction(projectId, input.sceneId, input.edit(scene), scene.revision)));
    },
    onError: showProblem,
  });
  const add = useMutation({
    ...shared,
    mutationFn: async (after: string | null) => unwrap(await addSceneAction(projectId, { after })),
    onError: showProblem,
  });
  const order = useMutation({
    ...shared,
    mutationFn: async (sceneIds: string[]) => unwrap(await orderScenesAction(projectId, sceneIds)),
    onSuccess: (scenes) =>
      queryClient.setQueryData<ProjectDetail>(queryKey, (film) => film && { ...film, scenes }),
    onError: showProblem,
  });
  const restore = useMutation({
    ...shared,
    mutationFn: async (sceneId: string) => unwrap(await restoreSceneAction(projectId, sceneId)),
    onError: showProblem,
  });
  const remove = useMutation({
    ...shared,
    mutationFn: async (scene: ProjectScene) => unwrap(await removeSceneAction(projectId, scene.scene_id)),
    onSuccess: (_, scene) => showUndo(`Scene “${scene.title}” removed`, () => restore.mutate(scene.scene_id)),
    onError: showProblem,
  });
  return { update, change, add, order, remove, restore };
}
