'use client';
import { Button, CloseButton, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { detailOf } from '#lib/client/http.ts';
import { useModKey } from '#lib/client/use-mod-key.ts';
import { MANIFEST_LIMITS } from '#lib/schemas/manifest.ts';
import classes from './palette.module.css';
import { PaletteRow, rowId } from './palette-row.tsx';
import { usePalette } from './use-palette.ts';

const LIST_ID = 'palette-list';
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The field with the keys and, under it, what it finds. */
export function PaletteSearch({ onClose }: { onClose: () => void }) {
  const palette = usePalette();
  const { active, isBehind, groups } = palette;
  const mod = useModKey();
  /** Enter came before the answer to what was typed: the row it meant is not there yet. */
  const waiting = useRef<'here' | 'tab' | null>(null);

  const open = (where: 'here' | 'tab') => {
    const row = active && document.getElementById(rowId(active.id));
    if (where === 'tab' && row instanceof HTMLAnchorElement) window.open(row.href, '_blank', 'noopener');
    else row?.click();
  };
  useEffect(() => {
    if (isBehind || !waiting.current) return;
    const where = waiting.current;
    waiting.current = null;
    open(where);
  });
  useEffect(() => {
    if (active) document.getElementById(rowId(active.id))?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = STEPS[event.key];
    if (by !== undefined) palette.move(by);
    else if (event.key === 'Enter') {
      const where = event.ctrlKey || event.metaKey ? 'tab' : 'here';
      if (isBehind && !palette.error) waiting.current = where;
      else open(where);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={classes.search}>
        <IconSearch size={18} stroke={1.5} aria-hidden="true" />
        <input
          data-autofocus
          role="combobox"
          aria-label="Search manifests, assets, projects and actions"
          aria-expanded={palette.count > 0}
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={active ? rowId(active.id) : undefined}
          placeholder="Manifests, assets, projects, actions"
          autoComplete="off"
          spellCheck={false}
          maxLength={MANIFEST_LIMITS.search}
          value={palette.typed}
          onChange={(event) => {
            waiting.current = null;
            palette.type(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd className={classes.escape} aria-hidden="true">
          Esc
        </Kbd>
        <CloseButton className={classes.close} aria-label="Close" onClick={onClose} />
      </div>
      <div className={classes.results}>
        {palette.error && (
          <div role="alert" className={classes.nothing}>
            <p>Nothing could be looked up. {detailOf(palette.error)}</p>
            <Button size="xs" onClick={palette.retry}>
              Try again
            </Button>
          </div>
        )}
        {palette.count === 0 && !isBehind && !palette.error && (
          <div className={classes.nothing}>
            <p>Nothing matches “{palette.q}”, spelling forgiven. Fewer words find more.</p>
          </div>
        )}
        <div id={LIST_ID} role="listbox" aria-label="Results" aria-busy={isBehind}>
          {groups.map(({ label, items }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list of options
            <div key={label} role="group" aria-label={label} className={classes.group}>
              <div className={classes.groupLabel} aria-hidden="true">
                {label}
              </div>
              {items.map((item) => (
                <PaletteRow
                  key={item.id}
                  item={item}
                  isActive={item.id === active?.id}
                  onPoint={() => item.id !== active?.id && palette.setActiveId(item.id)}
                  onDone={onClose}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      <div className={classes.foot} aria-hidden="true">
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> move
        </span>
        <span>
          <Kbd>↵</Kbd> open
        </span>
        <span>
          <Kbd>{mod}</Kbd> <Kbd>↵</Kbd> open in a new tab
        </span>
      </div>
      <span role="status" className="vp-sr-only">
        {!isBehind && palette.q && `${palette.count} ${palette.count === 1 ? 'result' : 'results'}`}
      </span>
    </>
  );
}
