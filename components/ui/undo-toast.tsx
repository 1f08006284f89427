import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** The text of a toast with its way back. */
export function UndoToast({ text, onUndo }: { text: ReactNode; onUndo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Text size="sm">{text}</Text>
      <Button size="compact-sm" leftSection={<IconArrowBackUp size={16} />} onClick={onUndo}>
        Undo
      </Button>
    </Group>
  );
}
