'use client';
import type { Menu as MantineMenu, MenuProps } from '@mantine/core';
import {
  Children,
  cloneElement,
  type ElementType,
  type HTMLAttributes,
  isValidElement,
  type MouseEvent,
  type ReactElement,
  useEffect,
  useRef,
  useState,
} from 'react';

type Code = typeof MantineMenu;
type PartName = 'Target' | 'Dropdown' | 'Item' | 'Label' | 'Divider' | 'RadioGroup' | 'RadioItem';
type TargetProps = HTMLAttributes<HTMLElement>;

let code: Code | null = null;
const load = async () => {
  code ??= (await import('./menu-code.ts')).MenuCode;
};

/**
 * Mantine's menu, loaded with its positioning code when one is first opened: a library of cards has a menu on each
 * and most are never used. Written like Mantine's own, uncontrolled; until then only the target is there, with
 * the roles of a closed menu.
 */
function LazyMenu({ children, ...props }: MenuProps) {
  const [isLoaded, setIsLoaded] = useState(false);
  const target = Children.toArray(children).find(
    (part) => isValidElement(part) && part.type === parts.Target,
  );
  const button = isValidElement<{ children: ReactElement<TargetProps> }>(target) && target.props.children;
  if (!isLoaded && button)
    return cloneElement(button, {
      'aria-haspopup': 'menu',
      'aria-expanded': false,
      onPointerEnter: () => void load(),
      onFocus: () => void load(),
      onClick: (event: MouseEvent<HTMLElement>) => {
        button.props.onClick?.(event);
        void load().then(() => setIsLoaded(true));
      },
    });
  return code && <OpeningMenu {...props}>{children}</OpeningMenu>;
}

/** Takes the place of the button that was pressed, with its focus, and opens. */
function OpeningMenu({ children, onChange, ...props }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const button = mark.current?.nextElementSibling;
    if (button instanceof HTMLElement) button.focus({ preventScroll: true });
    setIsOpen(true);
  }, []);
  if (!code) return null;
  const Menu = code;
  const change = (opened: boolean) => {
    setIsOpen(opened);
    onChange?.(opened);
  };
  return (
    <>
      <span ref={mark} hidden />
      <Menu {...props} opened={isOpen} onChange={change}>
        {children}
      </Menu>
    </>
  );
}

/** A part of the menu; it is only drawn inside an opened one, whose code is there. */
function Part({ name, ...props }: { name: PartName } & object) {
  const Real = code?.[name] as ElementType | undefined;
  return Real ? <Real {...props} /> : null;
}

const parts = {
  Target: (props: object) => <Part name="Target" {...props} />,
  Dropdown: (props: object) => <Part name="Dropdown" {...props} />,
  Item: (props: object) => <Part name="Item" {...props} />,
  Label: (props: object) => <Part name="Label" {...props} />,
  Divider: (props: object) => <Part name="Divider" {...props} />,
  RadioGroup: (props: object) => <Part name="RadioGroup" {...props} />,
  RadioItem: (props: object) => <Part name="RadioItem" {...props} />,
};

export const Menu = Object.assign(LazyMenu, parts as unknown as Pick<Code, PartName>);
