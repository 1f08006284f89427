import { Text } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconLoader2 } from '@tabler/icons-react';
import layout from './creator.module.css';
import { useCreator } from './creator-context.tsx';

/** Whether what is on screen is on the server. */
export function SavedState() {
  const { saves, manifestId } = useCreator();
  if (saves.state === 'failed') {
    return (
      <Text className={layout.saved} c="var(--vp-err)" role="status">
        <IconAlertCircle size={16} aria-hidden />{' '}
        {saves.hasUnsaved ? (saves.problem ?? 'Not saved') : 'Not saved'}
      </Text>
    );
  }
  if (saves.state !== 'saved') {
    return (
      <Text className={layout.saved} role="status">
        <IconLoader2 size={16} aria-hidden /> Saving…
      </Text>
    );
  }
  if (!manifestId) return null;
  return (
    <Text className={layout.saved} role="status">
      <IconCheck size={16} aria-hidden /> Saved
    </Text>
  );
}
