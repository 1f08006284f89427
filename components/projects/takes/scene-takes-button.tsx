'use client';
import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconStack2 } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import type { ProjectDetail, ProjectScene } from '#lib/schemas/project.ts';
import { RedoClip } from './redo-clip.tsx';
import classes from './takes.module.css';

const TakesPanel = dynamic(() => import('./takes-panel.tsx').then((file) => file.TakesPanel), { ssr: false });

/** The takes of a scene from its card, where there is no film to play yet. */
export function SceneTakesButton({ project, scene }: { project: ProjectDetail; scene: ProjectScene }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" leftSection={<IconStack2 size={14} />} onClick={open}>
        {scene.clips.length > 1 ? `${scene.clips.length} takes` : 'Takes'}
      </Button>
      {isOpen && (
        <Modal
          opened
          onClose={close}
          size={760}
          title={scene.title}
          closeButtonProps={{ 'aria-label': 'Close' }}
        >
          <TakesPanel project={project} scene={scene} />
          <div className={classes.modalFoot}>
            <RedoClip project={project} scene={scene} />
          </div>
        </Modal>
      )}
    </>
  );
}
