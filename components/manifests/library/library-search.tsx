'use client';
import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import classes from './library.module.css';

type LibrarySearchProps = { value: string; onChange: (text: string) => void };

/** Search as you type. "/" comes here (use-global-keys.ts), Escape empties it. */
export function LibrarySearch({ value, onChange }: LibrarySearchProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <TextInput
      ref={field}
      type="search"
      className={classes.search}
      aria-label="Search the library"
      placeholder="Names, descriptions, tags"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (value) onChange('');
        else field.current?.blur();
      }}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
      rightSection={
        value ? (
          <CloseButton size="sm" aria-label="Clear search" onClick={() => onChange('')} />
        ) : (
          <Kbd className={classes.slash} aria-hidden="true">
            /
          </Kbd>
        )
      }
    />
  );
}
