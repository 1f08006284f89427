import { Autocomplete, Input, SegmentedControl, Select, Slider, Switch } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { useController } from 'react-hook-form';
import type { Asset } from '#lib/schemas/asset.ts';
import { ASPECT_RATIOS, type GenerateInput, PROJECT_LIMITS, RESOLUTIONS } from '#lib/schemas/project.ts';
import { fieldMessage } from './field-message.ts';
import classes from './generate.module.css';
import { PresetMenu } from './preset-menu.tsx';
import { SeedField } from './seed-field.tsx';
import { TotalField } from './total-field.tsx';

const STYLE_WORDS = ['cinematic', 'documentary', 'noir', 'vintage', 'dreamy', 'warm', 'cold', 'night'];
const WHOLE_FILM = 'film';
const STOP_AFTER = [
  { value: WHOLE_FILM, label: 'Whole film' },
  { value: 'storyboard', label: 'Storyboard' },
  { value: 'keyframes', label: 'Keyframes' },
  { value: 'clips', label: 'Clips' },
];
const ENGINES = [
  { value: 'local', label: 'Local animatic' },
  { value: 'models', label: 'Image and video models, need a key', disabled: true },
];

/** How the film looks, how long it is, and how far to go. `styles`: the STYLE assets of the manifest. */
export function SettingsFields({ styles }: { styles: Asset[] }) {
  const style = useController<GenerateInput, 'style'>({ name: 'style' });
  const aspect = useController<GenerateInput, 'aspect_ratio'>({ name: 'aspect_ratio' });
  const resolution = useController<GenerateInput, 'resolution'>({ name: 'resolution' });
  const engine = useController<GenerateInput, 'engine'>({ name: 'engine' });
  const through = useController<GenerateInput, 'run_through'>({ name: 'run_through' });
  const audio = useController<GenerateInput, 'enable_audio'>({ name: 'enable_audio' });
  const captions = useController<GenerateInput, 'burn_captions'>({ name: 'burn_captions' });
  const styleNames = styles.map((asset) => asset.name.toLowerCase());
  return (
    <section aria-labelledby="settings-title">
      <div className={classes.settingsHead}>
        <h2 id="settings-title" className={classes.sectionTitle}>
          Settings
        </h2>
        <PresetMenu />
      </div>
      <div className={classes.settings}>
        <Autocomplete
          label="Style"
          data={[...new Set([...styleNames, ...STYLE_WORDS])]}
          // All styles are offered whatever is typed: it is free text.
          filter={({ options }) => options}
          maxLength={PROJECT_LIMITS.style}
          value={style.field.value ?? ''}
          onChange={style.field.onChange}
          onBlur={style.field.onBlur}
          error={fieldMessage(style.fieldState.error)}
        />
        <div>
          <Input.Label component="span" id="aspect-label">
            Aspect ratio
          </Input.Label>
          <SegmentedControl
            fullWidth
            aria-labelledby="aspect-label"
            data={[...ASPECT_RATIOS]}
            value={aspect.field.value ?? '16:9'}
            onChange={aspect.field.onChange}
          />
        </div>
        <SceneLength />
        <TotalField />
        <Select
          label="Resolution"
          data={[...RESOLUTIONS]}
          allowDeselect={false}
          value={resolution.field.value ?? '720p'}
          onChange={(value) => value && resolution.field.onChange(value)}
        />
        <Select
          label="Engine"
          data={ENGINES}
          allowDeselect={false}
          leftSection={<IconDeviceLaptop size={16} />}
          value={engine.field.value ?? 'local'}
          onChange={(value) => value && engine.field.onChange(value)}
        />
        <Select
          label="Stop after"
          data={STOP_AFTER}
          allowDeselect={false}
          value={through.field.value ?? WHOLE_FILM}
          onChange={(value) => through.field.onChange(value === WHOLE_FILM ? null : value)}
        />
        <SeedField />
        <div>
          <Input.Label component="span">Audio</Input.Label>
          <label className={classes.switch} htmlFor="enable-audio">
            Ambience and tone
            <Switch
              id="enable-audio"
              checked={audio.field.value ?? false}
              onChange={(event) => audio.field.onChange(event.currentTarget.checked)}
            />
          </label>
        </div>
        <div>
          <Input.Label component="span">Captions</Input.Label>
          <label
            className={classes.switch}
            htmlFor="burn-captions"
            title="They are subtitles beside the film either way."
          >
            Draw into the picture
            <Switch
              id="burn-captions"
              checked={captions.field.value ?? false}
              onChange={(event) => captions.field.onChange(event.currentTarget.checked)}
            />
          </label>
        </div>
      </div>
    </section>
  );
}

function SceneLength() {
  const { field } = useController<GenerateInput, 'clip_duration'>({ name: 'clip_duration' });
  const { min, max } = PROJECT_LIMITS.clipSeconds;
  const value = field.value ?? 6;
  return (
    <div>
      <div className={classes.labelRow}>
        <span>Scene length</span>
        <span>{value} s</span>
      </div>
      <div className={classes.slider}>
        <Slider
          thumbLabel="Scene length in seconds"
          label={(seconds) => `${seconds} s`}
          min={min}
          max={max}
          step={0.5}
          value={value}
          onChange={field.onChange}
        />
      </div>
    </div>
  );
}
