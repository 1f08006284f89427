import { notifications } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { detailOf } from '#lib/client/http.ts';

const UndoToast = dynamic(() => import('./undo-toast.tsx').then((file) => file.UndoToast), { ssr: false });

/** How long every undo is offered. */
export const UNDO_MS = 10_000;
const CLOSE = { 'aria-label': 'Close' };

/**
 * Says what was done and offers the way back for ten seconds; without one it only says so. `id` is for who takes the
 * toast away before that.
 */
export function showUndo(text: ReactNode, onUndo?: () => void, id?: string): void {
  const shown = notifications.show({
    ...(id && { id }),
    autoClose: UNDO_MS,
    closeButtonProps: CLOSE,
    message: onUndo ? (
      <UndoToast
        text={text}
        onUndo={() => {
          notifications.hide(shown);
          onUndo();
        }}
      />
    ) : (
      text
    ),
  });
}

/** Says something that went another way than asked, in the server's words. */
export function showProblem(error: unknown): void {
  notifications.show({ message: detailOf(error), closeButtonProps: CLOSE });
}
