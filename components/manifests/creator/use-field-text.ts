'use client';
import { type ChangeEvent, useState } from 'react';

/**
 * A text field that is saved while it is typed in. While it has focus it shows exactly what was typed: the server's
 * trimmed answer must not move the caret.
 */
export function useFieldText(saved: string, onText: (text: string) => void, onLeave: () => void) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? saved,
    onFocus: () => setTyped(saved),
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
