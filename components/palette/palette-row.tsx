import { Kbd } from '@mantine/core';
import type { MouseEvent } from 'react';
import { Link } from '#components/ui/link.tsx';
import { MarkedText } from '#components/ui/marked-text.tsx';
import { Picture } from '#components/ui/picture.tsx';
import classes from './palette.module.css';
import type { PaletteItem } from './palette-item.ts';

export const rowId = (id: string) => `palette-${id}`;

type PaletteRowProps = {
  item: PaletteItem;
  isActive: boolean;
  onPoint: () => void;
  /** It was followed or done here, not in a new tab. */
  onDone: () => void;
};

/** An option that is a link where it goes somewhere: so the browser's own ways to follow it work too. */
export function PaletteRow({ item, isActive, onPoint, onDone }: PaletteRowProps) {
  const option = {
    id: rowId(item.id),
    role: 'option',
    tabIndex: -1,
    'aria-selected': isActive,
    className: classes.row,
    // The field keeps the focus and with it the keys.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onMouseMove: onPoint,
  };
  const content = <Content item={item} isActive={isActive} />;
  if (!('href' in item))
    return (
      <button
        type="button"
        {...option}
        onClick={() => {
          onDone();
          item.run();
        }}
      >
        {content}
      </button>
    );
  const done = (event: MouseEvent) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onDone();
  };
  if (item.isDownload)
    return (
      <a href={item.href} download {...option} onClick={done}>
        {content}
      </a>
    );
  return (
    <Link href={item.href} prefetch={false} {...option} onClick={done}>
      {content}
    </Link>
  );
}

function Content({ item, isActive }: { item: PaletteItem; isActive: boolean }) {
  const { label, ranges, note, end, picture } = item;
  return (
    <>
      <span className={classes.picture} data-well={'url' in picture || undefined}>
        {'url' in picture ? picture.url && <Picture url={picture.url} sizes="52px" /> : picture.icon}
      </span>
      <span className={classes.text}>
        <span className={classes.label}>
          <MarkedText text={label} ranges={ranges} />
        </span>
        {note && <span className={classes.note}>{note}</span>}
      </span>
      <span className={classes.end}>
        {end ??
          (isActive && (
            <span className={classes.open} aria-hidden="true">
              Open <Kbd>↵</Kbd>
            </span>
          ))}
      </span>
    </>
  );
}
