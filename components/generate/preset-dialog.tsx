import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { detailOf } from '#lib/client/http.ts';
import { PRESET_LIMITS } from '#lib/schemas/preset-values.ts';

type Props = {
  title: string;
  name: string;
  /** @throws AppError with what is wrong with the name */
  save: (name: string) => Promise<void>;
  onClose: () => void;
};

/** Asks for the name of a preset. */
export function PresetDialog({ title, name, save, onClose }: Props) {
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const submit = async () => {
    if (typed.trim() === '') return setProblem('Give it a name.');
    setSaving(true);
    try {
      await save(typed.trim());
      onClose();
    } catch (error) {
      setProblem(detailOf(error));
      setSaving(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={title} size="sm" closeButtonProps={{ 'aria-label': 'Close' }}>
      <TextInput
        data-autofocus
        label="Name"
        value={typed}
        maxLength={PRESET_LIMITS.name}
        error={problem}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          // Or the form behind the dialog would hear it too.
          event.stopPropagation();
          void submit();
        }}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="filled" disabled={isSaving} onClick={() => void submit()}>
          Save preset
        </Button>
      </Group>
    </Modal>
  );
}
