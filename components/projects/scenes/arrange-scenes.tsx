'use client';
import { closestCenter, DndContext, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { SideDrawer } from '#components/ui/side-drawer.tsx';
import { isActive } from '#lib/projects/project-state.ts';
import type { ProjectDetail, ProjectScene } from '#lib/schemas/project.ts';
import classes from './arrange-scenes.module.css';
import { SceneRow } from './scene-row.tsx';
import { useSceneEdits } from './use-scene-edits.ts';

/** The scenes as a list: their order, new ones, and which go. Every drag has two buttons that do the same. */
export function ArrangeScenes({ project, onClose }: { project: ProjectDetail; onClose: () => void }) {
  const { scenes } = project;
  const { order, add, remove } = useSceneEdits(project.project_id);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const dndId = useId();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
  const ids = scenes.map((scene) => scene.scene_id);

  const move = (id: string, to: number) => {
    const from = ids.indexOf(id);
    if (from < 0 || to < 0 || to >= ids.length || from === to) return;
    const held = document.activeElement;
    order.mutate(ids.toSpliced(from, 1).toSpliced(to, 0, id));
    setSaid(`${scenes[from]?.title} is now scene ${to + 1} of ${ids.length}.`);
    // A row that moves in the page loses the focus.
    requestAnimationFrame(() => held instanceof HTMLElement && held.isConnected && held.focus());
  };
  const take = (scene: ProjectScene, place: number) => {
    remove.mutate(scene);
    setSaid(`${scene.title} removed.`);
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-remove]');
    (rows?.[place + 1] ?? rows?.[place - 1])?.focus();
  };
  const isResting = !isActive(project);
  return (
    <SideDrawer title="Arrange scenes" onClose={onClose}>
      <p className={classes.intro}>
        {isResting
          ? 'Another order keeps every picture and clip. Only the film is stitched again.'
          : 'The film is being made. Its scenes can be arranged when it rests.'}
      </p>
      <DndContext
        id={dndId}
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={({ active, over }) => over && move(String(active.id), ids.indexOf(String(over.id)))}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={!isResting}>
          <ol ref={list} className={classes.list} aria-label="Scenes in order">
            {scenes.map((scene, place) => (
              <SceneRow
                key={scene.scene_id}
                scene={scene}
                count={scenes.length}
                isLocked={!isResting || add.isPending}
                onMove={(by) => move(scene.scene_id, place + by)}
                onAddAfter={() => add.mutate(scene.scene_id)}
                onRemove={() => take(scene, place)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <div className={classes.foot}>
        <Button
          leftSection={<IconPlus size={16} />}
          disabled={!isResting}
          loading={add.isPending}
          onClick={() => add.mutate(ids.at(-1) ?? null)}
        >
          Add a scene at the end
        </Button>
      </div>
      <p role="status" className="vp-sr-only">
        {said}
      </p>
    </SideDrawer>
  );
}
