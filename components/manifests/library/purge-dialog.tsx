import { Button, Group, Modal } from '@mantine/core';
import { IconTrashX } from '@tabler/icons-react';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import { countWords, manifestsWords } from '#lib/client/bulk-words.ts';
import type { ManifestBrief } from '#lib/schemas/bulk.ts';
import classes from './library.module.css';

const NAMED = 5;

type PurgeDialogProps = { manifests: ManifestBrief[]; onConfirm: () => void; onClose: () => void };

/** Asks once more before manifests are gone for good, and names them. */
export function PurgeDialog({ manifests, onConfirm, onClose }: PurgeDialogProps) {
  useReturnFocus();
  const names = manifests.map((item) => item.name);
  const assets = manifests.reduce((sum, item) => sum + item.asset_count, 0);
  const its = manifests.length === 1 ? 'its' : 'their';
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Delete ${manifestsWords(names)} for ever?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {names.length > 1 && (
        <p className={classes.dialogText}>
          {names.slice(0, NAMED).join(', ')}
          {names.length > NAMED && ` and ${names.length - NAMED} more`}
        </p>
      )}
      <p className={classes.dialogText}>
        {assets > 0
          ? `With ${its} ${countWords(assets, 'asset')} and all versions. `
          : `With all ${its} versions. `}
        This cannot be undone. Films that were made keep their own frozen copy.
      </p>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button data-autofocus onClick={onClose}>
          Keep
        </Button>
        <Button
          variant="subtle"
          c="var(--vp-err)"
          leftSection={<IconTrashX size={16} stroke={1.5} />}
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          Delete for ever
        </Button>
      </Group>
    </Modal>
  );
}
