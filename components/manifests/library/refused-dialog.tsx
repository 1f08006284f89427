import { Button, Group, Modal } from '@mantine/core';
import { Link } from '#components/ui/link.tsx';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import type { BulkRefusal } from '#lib/schemas/bulk.ts';
import classes from './library.module.css';

/** More are counted, not listed. */
const LISTED = 20;

/** Which manifests stayed as they were, and why. */
export function RefusedDialog({ refused, onClose }: { refused: BulkRefusal[]; onClose: () => void }) {
  useReturnFocus();
  const title =
    refused.length === 1
      ? 'One manifest stayed as it was'
      : `${refused.length} manifests stayed as they were`;
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <ul className={classes.films}>
        {refused.slice(0, LISTED).map(({ manifest_id, name, detail, projects }) => (
          <li key={manifest_id}>
            {name ?? 'A deleted manifest'}: {detail}{' '}
            {projects?.map((film, i) => (
              <span key={film.project_id}>
                {i > 0 && ', '}
                <Link href={`/projects/${film.project_id}`}>{film.title}</Link>
              </span>
            ))}
          </li>
        ))}
      </ul>
      {refused.length > LISTED && <p className={classes.dialogText}>And {refused.length - LISTED} more.</p>}
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>Close</Button>
      </Group>
    </Modal>
  );
}
