import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconPlus, IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { manifestTagsOptions } from '#lib/client/manifest-queries.ts';
import { tagCounts } from '#lib/client/selection.ts';
import type { ManifestBrief } from '#lib/schemas/bulk.ts';
import { MANIFEST_LIMITS } from '#lib/schemas/manifest.ts';
import classes from './bulk-bar.module.css';

type BulkTagsProps = {
  picked: readonly ManifestBrief[];
  onApply: (changes: { add_tags?: string[]; remove_tags?: string[] }) => void;
};

/** The tags of the selection: on all, on some ("3 of 7") or on none; changes are made together. */
export function BulkTags({ picked, onApply }: BulkTagsProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="top"
      width={280}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="subtle"
          className={classes.act}
          leftSection={<IconTag size={16} stroke={1.5} />}
          onClick={() => setIsOpen(!isOpen)}
        >
          Tag
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Tags of the selection">
        <TagForm
          picked={picked}
          onApply={(changes) => {
            onApply(changes);
            setIsOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function TagForm({ picked, onApply }: BulkTagsProps) {
  const { data: library = [] } = useQuery(manifestTagsOptions());
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map());
  const counts = tagCounts(picked);
  const tags = [
    ...new Set([
      ...wanted.keys(),
      ...[...counts].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag),
      ...library.map(({ tag }) => tag),
    ]),
  ];
  const typed = text.trim();
  const isKnown = tags.some((tag) => tag.toLowerCase() === typed.toLowerCase());
  const shown = tags.filter((tag) => tag.toLowerCase().includes(typed.toLowerCase()));

  const want = (tag: string, isOn: boolean) => {
    const next = new Map(wanted);
    const isAsBefore = isOn ? counts.get(tag) === picked.length : !counts.has(tag);
    if (isAsBefore) next.delete(tag);
    else next.set(tag, isOn);
    setWanted(next);
  };
  const addTyped = () => {
    if (!typed) return;
    want(tags.find((tag) => tag.toLowerCase() === typed.toLowerCase()) ?? typed, true);
    setText('');
  };
  const add_tags = [...wanted].filter(([, isOn]) => isOn).map(([tag]) => tag);
  const remove_tags = [...wanted].filter(([, isOn]) => !isOn).map(([tag]) => tag);

  return (
    <form
      className={classes.tagForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed) addTyped();
        else if (wanted.size > 0)
          onApply({
            ...(add_tags.length > 0 && { add_tags }),
            ...(remove_tags.length > 0 && { remove_tags }),
          });
      }}
    >
      <TextInput
        data-autofocus
        aria-label="Find or add a tag"
        placeholder="Find or add a tag"
        maxLength={MANIFEST_LIMITS.tag}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.tagList}>
        {shown.map((tag) => {
          const count = counts.get(tag) ?? 0;
          const isOn = wanted.get(tag);
          const isPartial = isOn === undefined && count > 0 && count < picked.length;
          return (
            <Checkbox
              key={tag}
              className={classes.tagRow}
              checked={isOn ?? count === picked.length}
              indeterminate={isPartial}
              onChange={() => want(tag, isPartial || !(isOn ?? count === picked.length))}
              label={
                <>
                  {tag}
                  {isPartial && (
                    <span className={classes.some}>
                      {count.toLocaleString('en')} of {picked.length.toLocaleString('en')}
                    </span>
                  )}
                </>
              }
            />
          );
        })}
        {typed && !isKnown && (
          <Button
            variant="subtle"
            justify="flex-start"
            fullWidth
            leftSection={<IconPlus size={16} stroke={1.5} />}
            onClick={addTyped}
          >
            Add “{typed}”
          </Button>
        )}
        {tags.length === 0 && !typed && (
          <p className={classes.hint}>No tags yet. Write one and press Enter.</p>
        )}
      </div>
      <Button type="submit" fullWidth disabled={wanted.size === 0 && !typed}>
        {typed && !isKnown ? 'Add the tag' : `Apply to ${picked.length.toLocaleString('en')}`}
      </Button>
    </form>
  );
}
