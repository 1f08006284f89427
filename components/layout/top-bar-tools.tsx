'use client';
import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core';
import { IconApi, IconKeyboard, IconSearch } from '@tabler/icons-react';
import { Link } from '#components/ui/link.tsx';
import { showOverlay } from '#lib/client/overlay.ts';
import { useModKey } from '#lib/client/use-mod-key.ts';
import classes from './top-bar.module.css';

/** Ways to the palette and to the shortcuts for those who do not know their keys. */
export function TopBarTools() {
  const mod = useModKey();
  return (
    <>
      <UnstyledButton className={classes.search} onClick={() => showOverlay('palette')}>
        <IconSearch size={16} stroke={1.5} aria-hidden="true" />
        Search
        <Kbd className={classes.searchKey} aria-hidden="true">
          {mod} K
        </Kbd>
      </UnstyledButton>
      <ActionIcon component={Link} href="/docs" aria-label="API docs">
        <IconApi size={18} stroke={1.5} />
      </ActionIcon>
      <ActionIcon aria-label="Shortcuts" onClick={() => showOverlay('shortcuts')}>
        <IconKeyboard size={18} stroke={1.5} />
      </ActionIcon>
    </>
  );
}
