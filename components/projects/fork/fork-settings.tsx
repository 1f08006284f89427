import {
  ActionIcon,
  Autocomplete,
  Input,
  NumberInput,
  SegmentedControl,
  Select,
  Switch,
  Tooltip,
} from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import type { ForkValues } from '#lib/projects/fork-input.ts';
import { ASPECT_RATIOS, PROJECT_LIMITS, RESOLUTIONS } from '#lib/schemas/project-values.ts';
import classes from './fork.module.css';

const STYLE_WORDS = ['cinematic', 'documentary', 'noir', 'vintage', 'dreamy', 'warm', 'cold', 'night'];
const WHOLE_FILM = 'film';
const STOP_AFTER = [
  { value: WHOLE_FILM, label: 'Whole film' },
  { value: 'storyboard', label: 'Storyboard, to edit it first' },
  { value: 'keyframes', label: 'Keyframes' },
  { value: 'clips', label: 'Clips' },
];
/** Five digits are easy to read out and enough to differ. */
const ROLLED_SEEDS = 100_000;

type ForkSettingsProps = {
  values: ForkValues;
  set: (changes: Partial<ForkValues>) => void;
  errorOf: (name: string) => string | null;
};

/** The settings of the film, as the form has them. */
export function ForkSettings({ values, set, errorOf }: ForkSettingsProps) {
  const { clipSeconds, totalSeconds } = PROJECT_LIMITS;
  const number = (name: 'clip_duration' | 'total_duration' | 'seed', value: number | string) =>
    typeof value === 'number' && set({ [name]: value });
  return (
    <div className={classes.settings}>
      <Autocomplete
        label="Style"
        data={STYLE_WORDS}
        filter={({ options }) => options}
        maxLength={PROJECT_LIMITS.style}
        value={values.style}
        onChange={(style) => set({ style })}
        error={errorOf('style')}
      />
      <div>
        <Input.Label component="span" id="fork-aspect">
          Aspect ratio
        </Input.Label>
        <SegmentedControl
          fullWidth
          aria-labelledby="fork-aspect"
          data={[...ASPECT_RATIOS]}
          value={values.aspect_ratio}
          onChange={(aspect_ratio) => set({ aspect_ratio: aspect_ratio as ForkValues['aspect_ratio'] })}
        />
      </div>
      <Select
        label="Resolution"
        data={[...RESOLUTIONS]}
        allowDeselect={false}
        value={values.resolution}
        onChange={(value) => value && set({ resolution: value as ForkValues['resolution'] })}
      />
      <NumberInput
        label="Scene length"
        suffix=" s"
        min={clipSeconds.min}
        max={clipSeconds.max}
        step={0.5}
        value={values.clip_duration}
        onChange={(value) => number('clip_duration', value)}
        error={errorOf('clip_duration')}
      />
      <NumberInput
        label="Total"
        suffix=" s"
        min={totalSeconds.min}
        max={totalSeconds.max}
        value={values.total_duration}
        onChange={(value) => number('total_duration', value)}
        error={errorOf('total_duration')}
      />
      <NumberInput
        label="Seed"
        min={0}
        max={PROJECT_LIMITS.seed}
        allowDecimal={false}
        hideControls
        value={values.seed}
        onChange={(value) => number('seed', value)}
        error={errorOf('seed')}
        rightSection={
          <Tooltip label="Roll another seed">
            <ActionIcon
              size="sm"
              aria-label="Roll another seed"
              onClick={() => set({ seed: Math.floor(Math.random() * ROLLED_SEEDS) })}
            >
              <IconDice5 size={16} />
            </ActionIcon>
          </Tooltip>
        }
      />
      <Select
        label="Stop after"
        data={STOP_AFTER}
        allowDeselect={false}
        value={values.run_through ?? WHOLE_FILM}
        onChange={(value) => set({ run_through: value === WHOLE_FILM ? null : value })}
      />
      <Switch
        label="Ambience and tone"
        checked={values.enable_audio}
        onChange={(event) => set({ enable_audio: event.currentTarget.checked })}
      />
      <Switch
        label="Captions in the picture"
        checked={values.burn_captions}
        onChange={(event) => set({ burn_captions: event.currentTarget.checked })}
      />
    </div>
  );
}
