'use client';
import { Button, Group, Modal } from '@mantine/core';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import type { Usage } from '#lib/schemas/usage.ts';
import classes from './asset-usage.module.css';
import { UsingFilms } from './using-films.tsx';

export type DeleteUsedDialogProps = {
  /** "Brass lantern", "4 images" */
  what: string;
  usage: Usage;
  onDelete: () => void;
  onClose: () => void;
};

/** Before assets go that films were made with: which films, which shots, and that those keep their copy. */
export function DeleteUsedDialog({ what, usage, onDelete, onClose }: DeleteUsedDialogProps) {
  useReturnFocus();
  const { film_count: count } = usage;
  return (
    <Modal opened onClose={onClose} title={`Delete ${what}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <p className={classes.text}>
        {count === 1 ? '1 film keeps its' : `${count} films keep their`} frozen copy of it. Films you make
        from now on go without.
      </p>
      <UsingFilms usage={usage} />
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose} data-autofocus>
          Keep
        </Button>
        <Button variant="subtle" color="var(--vp-err)" onClick={onDelete}>
          Delete
        </Button>
      </Group>
    </Modal>
  );
}
