import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it when this dialog was first drawn. Mantine does so for a dialog that was closed
 * before it opened; one whose code comes with its opening is open from the start.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the dialog's own parting, or its focus trap would take it back.
      requestAnimationFrame(() => {
        if (opener instanceof HTMLElement && opener.isConnected && document.activeElement === document.body)
          opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}
