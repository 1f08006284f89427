import { Button, Text } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconLoader2 } from '@tabler/icons-react';
import layout from './creator.module.css';
import { useCreator } from './creator-context.tsx';

/** Whether what is on screen is on the server, and if not, why and what to do. */
export function SavedState() {
  const { saves, manifestId, setIsComparing } = useCreator();
  if (saves.state === 'failed') {
    const isUndecided = saves.conflicts.length > 0 || saves.gone.length > 0;
    return (
      <span className={layout.savedFailure}>
        <Text className={layout.saved} c="var(--vp-err)" role="status">
          <IconAlertCircle size={16} aria-hidden /> Not saved: {reasonOf(saves)}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => (isUndecided ? setIsComparing(true) : saves.retry())}
        >
          {isUndecided ? 'Compare' : 'Retry'}
        </Button>
      </span>
    );
  }
  if (saves.state !== 'saved') {
    return (
      <Text className={layout.saved} role="status">
        <IconLoader2 size={16} aria-hidden /> Saving
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

function reasonOf({ conflicts, gone, problem }: ReturnType<typeof useCreator>['saves']): string {
  if (gone.length > 0) return 'deleted elsewhere';
  if (conflicts.length > 0) return 'changed elsewhere';
  return problem
    ? problem.charAt(0).toLowerCase() + problem.slice(1).replace(/\.$/, '')
    : 'a field is not valid';
}
