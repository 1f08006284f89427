'use client';
import { Button } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { ProjectDetail } from '#lib/schemas/project.ts';

const ArrangeScenes = dynamic(() => import('./arrange-scenes.tsx').then((file) => file.ArrangeScenes), {
  ssr: false,
});

/** Opens the list in which scenes are ordered, added and removed. */
export function ArrangeButton({ project }: { project: ProjectDetail }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="xs" leftSection={<IconArrowsSort size={16} />} onClick={() => setIsOpen(true)}>
        Arrange scenes
      </Button>
      {isOpen && <ArrangeScenes project={project} onClose={() => setIsOpen(false)} />}
    </>
  );
}
