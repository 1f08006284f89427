import { ActionIcon, NumberInput, Tooltip } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import { useController } from 'react-hook-form';
import { type GenerateInput, PROJECT_LIMITS } from '#lib/schemas/project.ts';
import { fieldMessage } from './field-message.ts';
import classes from './generate.module.css';

/** Five digits are easy to read out and enough to differ. */
const ROLLED_SEEDS = 100_000;

/** The same seed makes the same frames; the die gives another one. */
export function SeedField() {
  const { field, fieldState } = useController<GenerateInput, 'seed'>({ name: 'seed' });
  return (
    <NumberInput
      label="Seed"
      ref={field.ref}
      value={field.value ?? ''}
      onChange={(value) => field.onChange(typeof value === 'number' ? value : null)}
      onBlur={field.onBlur}
      placeholder="New each time"
      min={0}
      max={PROJECT_LIMITS.seed}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      error={fieldMessage(fieldState.error, 'seed')}
      classNames={{ input: classes.monoInput }}
      rightSection={
        <Tooltip label="Roll another seed">
          <ActionIcon
            size="sm"
            aria-label="Roll another seed"
            onClick={() => field.onChange(Math.floor(Math.random() * ROLLED_SEEDS))}
          >
            <IconDice5 size={16} />
          </ActionIcon>
        </Tooltip>
      }
    />
  );
}
