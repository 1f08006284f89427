import { ActionIcon, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { parseClock } from '#lib/projects/parse-clock.ts';
import { clock } from '#lib/projects/timecode.ts';
import { type GenerateInput, PROJECT_LIMITS } from '#lib/schemas/project.ts';
import { fieldMessage } from './field-message.ts';
import classes from './generate.module.css';
import { useSceneCount } from './use-scene-count.ts';

const { min, max } = PROJECT_LIMITS.totalSeconds;

/** The length of the film, typed as `0:36` or `36`, or stepped by one scene. */
export function TotalField() {
  const { field, fieldState } = useController<GenerateInput, 'total_duration'>({ name: 'total_duration' });
  const step = useWatch<GenerateInput, 'clip_duration'>({ name: 'clip_duration' }) ?? 6;
  const scenes = useSceneCount();
  const [typed, setTyped] = useState<string | null>(null);
  const value = field.value ?? 15;
  const stepBy = (by: number) => {
    setTyped(null);
    field.onChange(Math.min(max, Math.max(min, value + by)));
  };
  const settle = () => {
    if (typed !== null) field.onChange(parseClock(typed) ?? value);
    setTyped(null);
    field.onBlur();
  };
  return (
    <div>
      <div className={classes.labelRow}>
        <label htmlFor="total-duration">Total</label>
        <span>
          {scenes} {scenes === 1 ? 'scene' : 'scenes'}
        </span>
      </div>
      <TextInput
        id="total-duration"
        ref={field.ref}
        inputMode="numeric"
        value={typed ?? (Number.isInteger(value) ? clock(value) : `${value} s`)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp') stepBy(step);
          else if (event.key === 'ArrowDown') stepBy(-step);
          else if (event.key === 'Enter') settle();
          else return;
          event.preventDefault();
        }}
        error={fieldMessage(fieldState.error, 'total_duration')}
        classNames={{ input: classes.monoInput }}
        rightSectionWidth="auto"
        rightSection={
          <span className={classes.stepper}>
            <ActionIcon
              size="sm"
              aria-label="One scene shorter"
              disabled={value <= min}
              onClick={() => stepBy(-step)}
            >
              <IconMinus size={14} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label="One scene longer"
              disabled={value >= max}
              onClick={() => stepBy(step)}
            >
              <IconPlus size={14} />
            </ActionIcon>
          </span>
        }
      />
    </div>
  );
}
