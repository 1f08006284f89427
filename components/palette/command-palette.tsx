'use client';
import { Modal } from '@mantine/core';
import classes from './palette.module.css';
import { PaletteSearch } from './palette-search.tsx';

type CommandPaletteProps = { opened: boolean; onClose: () => void };

/** Finds manifests, assets, films and actions from anywhere. What was typed is forgotten when it closes. */
export function CommandPalette({ opened, onClose }: CommandPaletteProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={680}
      padding={0}
      centered={false}
      yOffset="var(--vp-palette-top)"
      withCloseButton={false}
      attributes={{ content: { 'aria-label': 'Search and actions' } }}
      classNames={{ root: classes.root, content: classes.content, body: classes.body }}
    >
      <PaletteSearch onClose={onClose} />
    </Modal>
  );
}
