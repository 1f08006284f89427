'use client';
import { useCallbackRef } from '@mantine/hooks';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { COVERED, firstOnScreen, GRID_GAP, movedTo, overscanRows, placeOf } from '#lib/client/grid-layout.ts';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import { CardBox } from './card-box.tsx';
import classes from './library.module.css';
import { GhostCard } from './library-skeleton.tsx';
import { ManifestCard } from './manifest-card.tsx';
import { useGridLayout } from './use-grid-layout.ts';
import { useKeptPlace } from './use-kept-place.ts';
import type { ManifestActions } from './use-manifest-actions.tsx';
import type { LibrarySelection } from './use-selection.ts';

/** Cards in the page at once, on screens that show fewer. */
const MAX_CARDS = 60;
/** Cards before the width is known: the server's. */
const FIRST_CARDS = 24;
/** Px between a card that has the focus and what covers the list. */
const CLEAR_OF_BARS = 12;
/** Where the list begins, until it is measured. */
const USUAL_TOP = 104;
/** The next page is read this many rows before its place comes into view. */
const ROWS_AHEAD = 4;

export type GridHandle = {
  /** Gives the focus to the card that Tab would reach. */
  focus: () => void;
  /** These are about to leave: the focus goes to the next that stays. */
  leave: (ids: readonly string[]) => void;
  active: () => ManifestListItem | undefined;
};

type ManifestGridProps = {
  items: ManifestListItem[];
  /** Rows of the whole list, those still on their way included. */
  count: number;
  onNearEnd: () => void;
  isTrash: boolean;
  actions: ManifestActions;
  selection: LibrarySelection;
  /** What is shown now, for who keeps it up to date. */
  onShown: (items: ManifestListItem[]) => void;
  onOpen: (item: ManifestListItem, mode: 'edit' | 'view') => void;
  onPurge: (item: ManifestListItem) => void;
  ref: RefObject<GridHandle | null>;
};

/**
 * Cards in columns. Only those near the screen (and the one with the focus) are in the page; places follow from the
 * width alone. Tab reaches one card, arrow keys the others.
 */
export function ManifestGrid(props: ManifestGridProps) {
  const { items, count, onNearEnd, isTrash, actions, selection, onShown, onOpen, onPurge, ref } = props;
  const layout = useGridLayout();
  const list = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [top, setTop] = useState(USUAL_TOP);
  const focusNext = useRef<{ id: string; after: ReadonlySet<string> } | null>(null);

  const activeIndex = items.findIndex((item) => item.manifest_id === activeId);
  const virtual = useWindowVirtualizer({
    count: layout ? Math.ceil(count / layout.columns) : 0,
    estimateSize: () => layout?.rowStride ?? 1,
    overscan: layout ? overscanRows(layout, window.innerHeight, MAX_CARDS - 1) : 0,
    rangeExtractor: defaultRangeExtractor,
    scrollMargin: top,
    scrollPaddingStart: COVERED.top + CLEAR_OF_BARS,
    scrollPaddingEnd: COVERED.bottom + CLEAR_OF_BARS,
    ...(layout && {
      initialRect: { width: window.innerWidth, height: window.innerHeight },
      initialOffset: () => window.scrollY,
    }),
  });
  const indices = layout
    ? virtual
        .getVirtualItems()
        .flatMap((row) => Array.from({ length: layout.columns }, (_, i) => row.index * layout.columns + i))
        .filter((index) => index < count)
    : items.slice(0, FIRST_CARDS).map((_, i) => i);
  const last = indices.at(-1) ?? 0;
  // What has the focus stays, however far the page is scrolled away from it.
  if (activeIndex >= 0 && !indices.includes(activeIndex))
    indices[activeIndex < (indices[0] ?? 0) ? 'unshift' : 'push'](activeIndex);
  const tabStop =
    activeIndex >= 0
      ? activeIndex
      : Math.min(layout ? firstOnScreen(layout, window.scrollY, top) : 0, items.length - 1);

  // Not while it is scrolled: to measure is to lay the page out, and nothing above the list changes then.
  useLayoutEffect(() => {
    if (!list.current || virtual.isScrolling) return;
    const now = Math.round(list.current.getBoundingClientRect().top + window.scrollY);
    if (now !== top) setTop(now);
  });

  useKeptPlace(layout, top, () => virtual.measure());

  useEffect(() => {
    if (layout && count > items.length && last + ROWS_AHEAD * layout.columns >= items.length) onNearEnd();
  }, [layout, count, items.length, last, onNearEnd]);

  const shown = indices.flatMap((index) => items[index] ?? []);
  const shownIds = shown.map((item) => item.manifest_id + item.status).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids say when it is another set
  useEffect(() => onShown(shown), [shownIds, onShown]);

  // After every render: the card may have come into the page with it.
  useLayoutEffect(() => {
    const next = focusNext.current;
    if (!next || items.some((item) => next.after.has(item.manifest_id))) return;
    const target = focusTarget(list.current?.querySelector(`[data-place="${next.id}"]`));
    if (!target) return;
    focusNext.current = null;
    target.focus({ preventScroll: true });
  });

  const moveTo = (index: number) => {
    const item = items[index];
    if (!item || !layout) return;
    focusNext.current = { id: item.manifest_id, after: new Set() };
    setActiveId(item.manifest_id);
    virtual.scrollToIndex(Math.floor(index / layout.columns), { align: 'auto' });
  };

  useImperativeHandle(ref, () => ({
    focus: () => moveTo(tabStop),
    active: () => items[activeIndex],
    leave: (ids) => {
      const gone = new Set(ids);
      const from = Math.max(activeIndex, 0);
      const next =
        items.slice(from).find((item) => !gone.has(item.manifest_id)) ??
        items.slice(0, from).findLast((item) => !gone.has(item.manifest_id));
      if (!next) return;
      focusNext.current = { id: next.manifest_id, after: gone };
      setActiveId(next.manifest_id);
    },
  }));

  const pick = useCallbackRef((item: ManifestListItem, isRange: boolean) =>
    isRange ? selection.extendTo(item) : selection.toggle(item),
  );

  const indexOf = (target: EventTarget) => {
    const id = target instanceof Element && target.closest<HTMLElement>('[data-place]')?.dataset.place;
    return id ? items.findIndex((item) => item.manifest_id === id) : -1;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !layout) return;
    const index = indexOf(event.target);
    const item = items[index];
    // A menu of a card stands in the page's body, but its keys come by here.
    if (!item || !list.current?.contains(event.target as Node)) return;
    const to = movedTo(event.key, index, layout.columns, items.length);
    const target = to === null ? undefined : items[to];
    if (to !== null && target) {
      if (event.shiftKey && event.key.startsWith('Arrow')) selection.extendFrom(item, target);
      moveTo(to);
    } else if (event.key === 'x') selection.toggle(item);
    else if (event.key === 'e' && !isTrash) onOpen(item, 'edit');
    else return;
    event.preventDefault();
  };

  // Ctrl and Shift on a card select instead of opening another window.
  const onClickCapture = (event: MouseEvent) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) return;
    const item = items[indexOf(event.target)];
    if (!item || !(event.target as Element).closest('h2 a')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) selection.extendTo(item);
    else selection.toggle(item);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a list whose items are placed one by one
    <div
      ref={list}
      role="list"
      aria-label="Manifests"
      className={layout ? classes.placed : classes.grid}
      style={layout ? { height: virtual.options.count * layout.rowStride - GRID_GAP.y } : undefined}
      data-selecting={selection.size > 0 || undefined}
      onKeyDown={onKeyDown}
      onClickCapture={onClickCapture}
    >
      {indices.map((index) => {
        const item = items[index];
        const style = layout && ({ position: 'absolute', ...placeOf(index, layout) } as const);
        if (!item)
          return (
            <div key={`ghost-${index}`} className={classes.place} style={style ?? {}} aria-hidden="true">
              <GhostCard />
            </div>
          );
        const id = item.manifest_id;
        const tabIndex = index === tabStop ? 0 : -1;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see the list
          <div
            key={id}
            role="listitem"
            aria-setsize={count}
            aria-posinset={index + 1}
            className={classes.place}
            style={style ?? {}}
            data-place={id}
            onFocus={() => setActiveId(id)}
          >
            <ManifestCard
              manifest={item}
              actions={actions}
              isSelected={selection.has(id)}
              tabIndex={tabIndex}
              onPurge={onPurge}
              onSelect={selection.acts.toggle}
            />
            <CardBox manifest={item} isChecked={selection.has(id)} tabIndex={tabIndex} onPick={pick} />
          </div>
        );
      })}
    </div>
  );
}

const focusTarget = (place: Element | null | undefined) =>
  place?.querySelector<HTMLElement>('h2 a') ?? place?.querySelector<HTMLElement>('input[type="checkbox"]');
