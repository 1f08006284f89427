import { Button, CopyButton, Group, Modal } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import classes from './settings.module.css';

/** Shows a secret, once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title="The secret of this webhook"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p className={classes.text}>
        Check the signature of every message with it. It is not shown again; a new one can be made at any
        time.
      </p>
      <output className={classes.secret} aria-label="Secret">
        {secret}
      </output>
      <Group justify="flex-end" mt="lg">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              data-autofocus
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button variant="filled" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Modal>
  );
}
