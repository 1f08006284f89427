import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { SCENE_FIELD_WORDS, type SceneForm, type SceneFormField } from '#lib/projects/scene-form.ts';
import classes from './scene-editor.module.css';

type Props = {
  theirs: SceneForm;
  /** What was changed elsewhere; of it, what was changed here as well. */
  changes: SceneFormField[];
  contested: SceneFormField[];
};

/** Somebody else changed this scene meanwhile: what they did, and their words where both wrote. */
export function ChangedElsewhere({ theirs, changes, contested }: Props) {
  const { setValue } = useFormContext<SceneForm>();
  const [taken, setTaken] = useState<SceneFormField[]>([]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const take = (field: SceneFormField) => {
    setValue(field, theirs[field], { shouldDirty: true });
    setTaken((all) => [...all, field]);
  };
  const words = changes.map((field) => SCENE_FIELD_WORDS[field]).join(', ');
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.conflict}>
      <p>
        <strong>This scene was changed elsewhere: {words}.</strong> What you typed is kept. Save again to put
        it in place of theirs.
      </p>
      {contested
        .filter((field) => !taken.includes(field))
        .map((field) => (
          <div key={field} className={classes.theirs}>
            <span>
              Their {SCENE_FIELD_WORDS[field]}: {shown(theirs[field])}
            </span>
            <Button size="compact-sm" onClick={() => take(field)}>
              Use theirs
            </Button>
          </div>
        ))}
    </div>
  );
}

function shown(value: SceneForm[SceneFormField]): string {
  if (!Array.isArray(value)) return value === '' ? 'nothing' : `“${String(value).replaceAll('_', ' ')}”`;
  const parts = value.map((each) => ('tag' in each ? each.tag : each.text));
  return parts.length === 0 ? 'none' : parts.join(', ');
}
