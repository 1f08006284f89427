import { Button } from '@mantine/core';
import { IconAdjustments, IconChevronDown } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { Menu } from '#components/ui/menu.tsx';
import { showProblem, showUndo } from '#components/ui/show-undo.tsx';
import { readKeptSeed } from '#lib/client/kept-seed.ts';
import {
  createPreset,
  deletePreset,
  presetKeys,
  presetListOptions,
  updatePreset,
} from '#lib/client/preset-queries.ts';
import type { Preset, PresetSettings } from '#lib/schemas/preset.ts';
import { PRESET_FIELDS } from '#lib/schemas/preset-values.ts';
import type { GenerateInput } from '#lib/schemas/project.ts';

const PresetDialog = dynamic(() => import('./preset-dialog.tsx').then((file) => file.PresetDialog), {
  ssr: false,
});

type Asking = { title: string; name: string; save: (name: string) => Promise<void> };

/** Settings under a name: apply, save, overwrite, rename, delete. */
export function PresetMenu() {
  const form = useFormContext<GenerateInput>();
  const queryClient = useQueryClient();
  const [current, setCurrent] = useState<Preset | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const changed = (preset: Preset | null) => {
    setCurrent(preset);
    return queryClient.invalidateQueries({ queryKey: presetKeys.all });
  };

  const settings = () => {
    const values = form.getValues();
    const picked = Object.fromEntries(PRESET_FIELDS.map((field) => [field, values[field]]));
    // A seed that is not kept is of this film only.
    return { ...picked, seed: readKeptSeed() === null ? null : values.seed } as PresetSettings;
  };
  const apply = (preset: Preset) => {
    const before = { ...form.getValues() };
    for (const field of PRESET_FIELDS) {
      if (field === 'seed' && preset.settings.seed == null) continue;
      form.setValue(field, preset.settings[field], { shouldDirty: true, shouldValidate: true });
    }
    setCurrent(preset);
    showUndo(`${preset.name} applied`, () => {
      for (const field of PRESET_FIELDS) form.setValue(field, before[field], { shouldDirty: true });
    });
  };
  const saveAs = () =>
    setAsking({
      title: 'Save these settings',
      name: '',
      save: async (name) => {
        await changed(await createPreset({ name, settings: settings() }));
        showUndo(`${name} saved`);
      },
    });
  const rename = (preset: Preset) =>
    setAsking({
      title: `Rename ${preset.name}`,
      name: preset.name,
      save: async (name) => void (await changed(await updatePreset(preset.preset_id, { name }))),
    });
  const overwrite = async (preset: Preset) => {
    try {
      await changed(await updatePreset(preset.preset_id, { settings: settings() }));
      showUndo(
        `${preset.name} overwritten`,
        () => void updatePreset(preset.preset_id, { settings: preset.settings }).then(changed, showProblem),
      );
    } catch (error) {
      showProblem(error);
    }
  };
  const remove = async (preset: Preset) => {
    try {
      await deletePreset(preset.preset_id);
      await changed(null);
      const { name } = preset;
      showUndo(
        `${name} deleted`,
        () => void createPreset({ name, settings: preset.settings }).then(changed, showProblem),
      );
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconAdjustments size={16} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {current ? `Preset: ${current.name}` : 'Presets'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={400} style={{ overflowY: 'auto' }}>
          <PresetItems onApply={apply} />
          <Menu.Divider />
          <Menu.Item onClick={saveAs}>Save these settings as…</Menu.Item>
          {current && (
            <>
              <Menu.Item onClick={() => void overwrite(current)}>Overwrite {current.name}</Menu.Item>
              <Menu.Item onClick={() => rename(current)}>Rename {current.name}…</Menu.Item>
              <Menu.Item color="var(--vp-err)" onClick={() => void remove(current)}>
                Delete {current.name}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking && <PresetDialog {...asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function PresetItems({ onApply }: { onApply: (preset: Preset) => void }) {
  const { data: presets = [], isPending } = useQuery(presetListOptions());
  if (presets.length === 0) return <Menu.Label>{isPending ? 'Presets' : 'No presets saved yet'}</Menu.Label>;
  return (
    <>
      <Menu.Label>Apply</Menu.Label>
      {presets.map((preset) => (
        <Menu.Item key={preset.preset_id} onClick={() => onApply(preset)}>
          {preset.name}
        </Menu.Item>
      ))}
    </>
  );
}
