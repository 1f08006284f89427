'use client';
import { type ChangeEvent, useState } from 'react';
import { isSame } from '#lib/client/merge-edit.ts';

/**
 * A text field that is saved while it is typed in. It shows exactly what was typed as long as that is what is saved:
 * the server's trimmed answer must not move the caret, but an undo or another's text must show.
 */
export function useFieldText(saved: string, onText: (text: string) => void, onLeave: () => void) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed !== null && isSame(typed, saved) ? typed : saved,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(event.currentTarget.value);
      onText(event.currentTarget.value);
    },
    onBlur: () => {
      setTyped(null);
      onLeave();
    },
  };
}
