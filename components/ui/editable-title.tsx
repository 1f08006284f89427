'use client';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
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
  const [draft, setDraft] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const errorId = useId();
  useEffect(() => {
    if (document.activeElement !== input.current) setDraft(value);
  }, [value]);
  const save = () => {
    const text = draft.trim();
    if (text !== value) onSave(text);
    setDraft(text);
  };
  return (
    <div className={classes.box}>
      <div className={classes.sizer} data-text={draft || placeholder}>
        <input
          ref={input}
          className={classes.input}
          value={draft}
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
          placeholder={placeholder}
          maxLength={maxLength}
          size={1}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
              event.preventDefault();
              event.currentTarget.blur();
            } else if (event.key === 'Escape') setDraft(value);
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
