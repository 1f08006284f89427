import { type RefObject, useLayoutEffect, useState } from 'react';

export type CaretPlace = { left: number; top: number };

const COPIED = [
  'font',
  'letterSpacing',
  'padding',
  'width',
  'lineHeight',
  'whiteSpace',
  'overflowWrap',
] as const;

/** Where in a textarea the character at `index` stands, in px of its parent, just below its line; null index: nowhere. */
export function useCaretPlace(area: RefObject<HTMLTextAreaElement | null>, index: number | null): CaretPlace {
  const [place, setPlace] = useState<CaretPlace>({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const element = area.current;
    if (index === null || !element) return;
    // A textarea does not tell where its characters are: a copy of its text in a div does.
    const mirror = document.createElement('div');
    const style = getComputedStyle(element);
    for (const property of COPIED) mirror.style[property] = style[property];
    Object.assign(mirror.style, { position: 'absolute', visibility: 'hidden', boxSizing: 'border-box' });
    mirror.textContent = element.value.slice(0, index);
    const mark = document.createElement('span');
    mark.textContent = '@';
    mirror.append(mark);
    element.parentElement?.append(mirror);
    const lineHeight = Number.parseFloat(style.lineHeight) || 32;
    setPlace({ left: mark.offsetLeft, top: mark.offsetTop + lineHeight - element.scrollTop });
    mirror.remove();
  }, [area, index]);
  return place;
}
