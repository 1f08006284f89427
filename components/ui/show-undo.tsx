import { notifications } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import { detailOf } from '#lib/client/http.ts';

const UndoToast = dynamic(() => import('./undo-toast.tsx').then((file) => file.UndoToast), { ssr: false });

const UNDO_MS = 10_000;
const CLOSE = { 'aria-label': 'Close' };

/** Says what was done and offers the way back for ten seconds; without one it only says so. */
export function showUndo(text: string, onUndo?: () => void): void {
  const id = notifications.show({
    autoClose: UNDO_MS,
    closeButtonProps: CLOSE,
    message: onUndo ? (
      <UndoToast
        text={text}
        onUndo={() => {
          notifications.hide(id);
          onUndo();
        }}
      />
    ) : (
      text
    ),
  });
}

export function showProblem(error: unknown): void {
  notifications.show({ message: detailOf(error), closeButtonProps: CLOSE });
}
