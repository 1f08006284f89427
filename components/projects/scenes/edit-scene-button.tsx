'use client';
import { ActionIcon, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { ProjectDetail, ProjectScene } from '#lib/schemas/project.ts';

const SceneEditor = dynamic(() => import('./scene-editor.tsx').then((file) => file.SceneEditor), {
  ssr: false,
});

type Props = { project: ProjectDetail; scene: ProjectScene; isSmall?: boolean };

/** Opens the editor of one scene. */
export function EditSceneButton({ project, scene, isSmall = false }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const name = `Edit scene ${scene.index + 1}`;
  return (
    <>
      {isSmall ? (
        <ActionIcon aria-label={name} title={name} my={-6} onClick={() => setIsOpen(true)}>
          <IconPencil size={16} />
        </ActionIcon>
      ) : (
        <Button size="xs" leftSection={<IconPencil size={16} />} onClick={() => setIsOpen(true)}>
          Edit scene
        </Button>
      )}
      {isOpen && <SceneEditor project={project} scene={scene} onClose={() => setIsOpen(false)} />}
    </>
  );
}
