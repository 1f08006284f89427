import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconDice5, IconPin, IconPinFilled } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useController } from 'react-hook-form';
import { keepSeed, readKeptSeed } from '#lib/client/kept-seed.ts';
import { type GenerateInput, PROJECT_LIMITS } from '#lib/schemas/project.ts';
import { fieldMessage } from './field-message.ts';
import classes from './generate.module.css';

/** Five digits are easy to read out and enough to differ. */
const ROLLED_SEEDS = 100_000;

const SEED_DIGITS = String(PROJECT_LIMITS.seed).length;

/** The digits of what was typed; null when there are none. */
function readSeed(typed: string): number | null {
  const digits = typed.replace(/\D/g, '');
  return digits === '' ? null : Number(digits);
}

/** The same seed makes the same frames; the die gives another one, the pin keeps it for the films that follow. */
export function SeedField() {
  const { field, fieldState } = useController<GenerateInput, 'seed'>({ name: 'seed' });
  const [isKept, setKept] = useState(false);
  useEffect(() => setKept(readKeptSeed() !== null), []);
  const change = (seed: number | null) => {
    field.onChange(seed);
    if (isKept) keepSeed(seed);
  };
  const toggle = () => {
    keepSeed(isKept ? null : (field.value ?? null));
    setKept(!isKept && typeof field.value === 'number');
  };
  return (
    <TextInput
      label="Seed"
      ref={field.ref}
      inputMode="numeric"
      value={field.value ?? ''}
      onChange={(event) => change(readSeed(event.currentTarget.value))}
      onBlur={field.onBlur}
      placeholder="New each time"
      maxLength={SEED_DIGITS}
      error={fieldMessage(fieldState.error, 'seed')}
      classNames={{ input: classes.monoInput }}
      rightSectionWidth="auto"
      rightSection={
        <span className={classes.stepper}>
          <Tooltip label="Roll another seed">
            <ActionIcon
              size="sm"
              aria-label="Roll another seed"
              onClick={() => change(Math.floor(Math.random() * ROLLED_SEEDS))}
            >
              <IconDice5 size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={isKept ? 'The next films begin with this seed' : 'Keep it for the next films'}>
            <ActionIcon
              size="sm"
              aria-label="Keep this seed for the next films"
              aria-pressed={isKept}
              onClick={toggle}
            >
              {isKept ? <IconPinFilled size={16} color="var(--vp-accink)" /> : <IconPin size={16} />}
            </ActionIcon>
          </Tooltip>
        </span>
      }
    />
  );
}
