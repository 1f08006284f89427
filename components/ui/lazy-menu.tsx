'use client';
import {
  cloneElement,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from 'react';

export type MenuTarget = {
  /** The button that opens the menu. */
  target: ReactElement<HTMLAttributes<HTMLElement>>;
};

type LazyMenuProps = MenuTarget & {
  /** Begins to read the menu's code. */
  preload: () => Promise<unknown>;
  /** The menu around its button: a component made by `lazy` that draws an `OpenedMenu`. */
  menu: (target: MenuTarget['target']) => ReactNode;
};

/** A menu whose code is read when its button is first touched; until then the page has the button only. */
export function LazyMenu({ target, preload, menu }: LazyMenuProps) {
  const [isWanted, setIsWanted] = useState(false);
  const closed = cloneElement(target, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => setIsWanted(true),
    onPointerEnter: () => void preload(),
  });
  return isWanted ? <Suspense fallback={closed}>{menu(target)}</Suspense> : closed;
}
