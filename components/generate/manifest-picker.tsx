'use client';
import { Button, Kbd, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import classes from './picker.module.css';
import { PickerFilters } from './picker-filters.tsx';
import { PICKER_LIST_ID, PickerList, pickerOptionId } from './picker-list.tsx';
import { PickerPreview } from './picker-preview.tsx';
import { useManifestPicker } from './use-manifest-picker.ts';

type Props = {
  selectedId: string | null;
  onPick: (manifestId: string | null) => void;
  onClose: () => void;
};

/** Rows of the list that are in view at once. */
const PAGE = 6;

/** Choose a manifest: search and arrows on the left, what is in it on the right. */
export function ManifestPicker({ selectedId, onPick, onClose }: Props) {
  const picker = useManifestPicker(selectedId);
  const { active } = picker;
  const canUse = active !== null && active.status !== 'PROCESSING';
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') picker.move(1);
    else if (event.key === 'ArrowUp') picker.move(-1);
    else if (event.key === 'PageDown') picker.move(PAGE);
    else if (event.key === 'PageUp') picker.move(-PAGE);
    else if (event.key === 'Home' && !event.shiftKey) picker.moveToFirst();
    else if (event.key === 'End' && !event.shiftKey) picker.moveToLast();
    else if (event.key === 'Enter' && canUse) onPick(active.manifest_id);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={1120}
      padding={0}
      withCloseButton={false}
      classNames={{ content: classes.content, body: classes.body }}
    >
      <div className={classes.left}>
        <Modal.Title className={classes.title}>Choose a manifest</Modal.Title>
        <TextInput
          data-autofocus
          type="search"
          role="combobox"
          aria-label="Search manifests"
          aria-expanded
          aria-controls={PICKER_LIST_ID}
          aria-activedescendant={active ? pickerOptionId(active.manifest_id) : undefined}
          placeholder={picker.total > 1 ? `Search ${picker.total} manifests` : 'Search manifests'}
          leftSection={<IconSearch size={16} />}
          value={picker.filters.q}
          maxLength={200}
          className={classes.search}
          onChange={(event) => picker.change({ q: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        <PickerFilters filters={picker.filters} onChange={picker.change} />
        <PickerList picker={picker} onUse={(id) => canUse && onPick(id)} />
        <div className={classes.leftFoot}>
          <span className={classes.keys}>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> browse&ensp;<Kbd>↵</Kbd> use
          </span>
          <Button size="xs" variant="subtle" onClick={() => onPick(null)}>
            No manifest
          </Button>
        </div>
      </div>
      <PickerPreview item={active} onUse={onPick} onClose={onClose} />
    </Modal>
  );
}
