import { Menu, type MenuProps } from '@mantine/core';
import { cloneElement, type HTMLAttributes, type RefAttributes, useEffect, useRef, useState } from 'react';
import type { MenuTarget } from './lazy-menu.tsx';

/** The menu of a `LazyMenu` once it is there: it opens at once, with the focus where it was. */
export function OpenedMenu({ target, children, ...props }: MenuProps & MenuTarget) {
  const button = useRef<HTMLElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    button.current?.focus({ preventScroll: true });
    setIsOpen(true);
  }, []);
  const ref: HTMLAttributes<HTMLElement> & RefAttributes<HTMLElement> = { ref: button };
  return (
    <Menu {...props} opened={isOpen} onChange={setIsOpen}>
      <Menu.Target>{cloneElement(target, ref)}</Menu.Target>
      {children}
    </Menu>
  );
}
