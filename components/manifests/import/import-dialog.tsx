'use client';
import { Button, Group, Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import { ImportPick } from './import-pick.tsx';
import { ImportPreviewList } from './import-preview-list.tsx';
import { importLabel } from './import-words.ts';
import { useImportBundle } from './use-import-bundle.tsx';

/** Choose a bundle, see what it would do, import it. */
export function ImportDialog({ dropped, onClose }: { dropped: File | null; onClose: () => void }) {
  useReturnFocus();
  const bundle = useImportBundle(onClose);
  const { items, choices, isBusy, isImporting, open } = bundle;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the file the dialog was opened with
  useEffect(() => {
    if (dropped) open(dropped);
  }, [dropped]);
  const label = items && importLabel(items, choices);
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={items ? 'Import from a bundle' : 'Import manifests'}
      closeButtonProps={{ 'aria-label': 'Close' }}
      // What the server has begun ends without the dialog as well; it would only be unclear how.
      closeOnEscape={!isImporting}
      closeOnClickOutside={!isImporting}
      withCloseButton={!isImporting}
    >
      <ImportPick bundle={bundle} />
      {items && <ImportPreviewList items={items} choices={choices} onChoose={bundle.choose} isOff={isBusy} />}
      <Group justify="flex-end" mt="lg" gap="sm">
        {!isImporting && (
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
        )}
        {items && (
          <Button variant="filled" onClick={bundle.start} disabled={isBusy || label === null}>
            {isImporting ? 'Importing' : (label ?? 'Nothing to import')}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
