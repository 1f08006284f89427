'use client';
import { IconPencil } from '@tabler/icons-react';
import { useId, useState } from 'react';
import classes from './editable-title.module.css';

type Props = {
  value: string;
  label: string;
  placeholder: string;
  maxLength: number;
  error?: string | null;
  /** On blur and Enter, when the text is another one. Escape takes the typing back. */
  onSave: (value: string) => void;
};

/** A page title that can be typed in. */
export function EditableTitle({ value, label, placeholder, maxLength, error, onSave }: Props) {
  // Null unless it is being edited.
  const [typed, setTyped] = useState<string | null>(null);
  const errorId = useId();
  const shown = typed ?? value;
  const save = () => {
    const text = shown.trim();
    if (typed !== null && text !== value) onSave(text);
    setTyped(null);
  };
  return (
    <div className={classes.box}>
      <div className={classes.sizer} data-text={shown || placeholder}>
        <input
          className={classes.input}
          value={shown}
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
          placeholder={placeholder}
          maxLength={maxLength}
          size={1}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
              event.preventDefault();
              event.currentTarget.blur();
            } else if (event.key === 'Escape') setTyped(null);
          }}
        />
      </div>
      <IconPencil size={16} className={classes.pencil} aria-hidden />
      {error && (
        <span id={errorId} role="alert" className={classes.error}>
          {error}
        </span>
      )}
    </div>
  );
}
