import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { anotherTakeAction } from '#lib/actions/take-actions.ts';
import { useProjectChange } from '#lib/client/use-project-actions.ts';
import { isActive } from '#lib/projects/project-state.ts';
import type { ProjectDetail, ProjectScene } from '#lib/schemas/project.ts';

/** Another take of a shot; the present one is kept. */
export function RedoClip({ project, scene }: { project: ProjectDetail; scene: ProjectScene }) {
  const another = useProjectChange(anotherTakeAction);
  return (
    <Button
      leftSection={<IconRefresh size={16} />}
      disabled={isActive(project) || another.isPending}
      onClick={() => another.mutate([{ projectId: project.project_id, sceneId: scene.scene_id }])}
    >
      Redo clip
    </Button>
  );
}
