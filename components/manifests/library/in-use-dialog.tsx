import { Button, Group, Modal } from '@mantine/core';
import { Link } from '#components/ui/link.tsx';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import classes from './library.module.css';
import type { InUse } from './use-manifest-actions.tsx';

/** Why a manifest stays: the films that were made with it. */
export function InUseDialog({ inUse, onClose }: { inUse: InUse; onClose: () => void }) {
  useReturnFocus();
  const { name, films } = inUse;
  return (
    <Modal opened onClose={onClose} title={`${name} is in use`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <p className={classes.dialogText}>
        {films.length === 1 ? 'One film was' : `${films.length} films were`} made with it. Delete{' '}
        {films.length === 1 ? 'the film' : 'the films'} first, or keep the manifest.
      </p>
      <ul className={classes.films}>
        {films.map((film) => (
          <li key={film.project_id}>
            <Link href={`/projects/${film.project_id}`}>{film.title}</Link>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>Keep it</Button>
      </Group>
    </Modal>
  );
}
