'use client';
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import classes from './side-drawer.module.css';

type Props = { title: string; onClose: () => void; children: ReactNode };

/** A panel over the right side of the page; over all of it on a phone. */
export function SideDrawer({ title, onClose, children }: Props) {
  useReturnFocus();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(100%, 560px)"
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
      // A <header> in a dialog would count as a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      transitionProps={{ duration: 160, timingFunction: 'cubic-bezier(.2,0,0,1)' }}
      classNames={{
        content: classes.content,
        header: classes.header,
        title: classes.title,
        body: classes.body,
      }}
    >
      {children}
    </Drawer>
  );
}
