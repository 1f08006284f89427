import { useRef } from 'react';
import { MANIFEST_LIMITS } from '#lib/schemas/manifest.ts';
import layout from './creator.module.css';
import { useCreator } from './creator-context.tsx';
import { MANIFEST } from './use-autosave.ts';
import { useFieldText } from './use-field-text.ts';
import { UNTITLED } from './use-manifest-session.ts';

/** The manifest's name: a heading that can be typed in. */
export function EditableName() {
  const { manifest, changeManifest, saves } = useCreator();
  const input = useRef<HTMLInputElement>(null);
  const error = saves.fieldError(MANIFEST, 'name');
  const field = useFieldText(
    manifest.name,
    (name) => changeManifest({ name }),
    () => saves.flush(MANIFEST),
  );
  return (
    <div className={layout.nameBox}>
      <input
        {...field}
        ref={input}
        className={layout.name}
        aria-label="Manifest name"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'manifest-name-error' : undefined}
        placeholder={UNTITLED}
        maxLength={MANIFEST_LIMITS.name}
        // field-sizing is not everywhere: the size keeps the box near its text.
        size={Math.max(8, Math.min(field.value.length, 40))}
        onFocus={(event) => {
          if (manifest.name === UNTITLED) event.currentTarget.select();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') input.current?.blur();
        }}
      />
      {error && (
        <span id="manifest-name-error" role="alert" className={layout.nameError}>
          {error}
        </span>
      )}
    </div>
  );
}
