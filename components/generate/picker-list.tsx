import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ContactSheet } from '#components/manifests/contact-sheet.tsx';
import { MatchLine, matchesElsewhere, nameRanges } from '#components/manifests/match-line.tsx';
import { STATUS_WORDS } from '#components/manifests/status-label.tsx';
import { TypeCounts } from '#components/manifests/type-counts.tsx';
import { MarkedText } from '#components/ui/marked-text.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { detailOf } from '#lib/client/http.ts';
import { analysingWords, usedWords } from '#lib/client/manifest-words.ts';
import { missingWords } from '#lib/client/missing-words.ts';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import classes from './picker.module.css';
import type { ManifestPickerState } from './use-manifest-picker.ts';

export const PICKER_LIST_ID = 'picker-list';
export const pickerOptionId = (id: string) => `picker-${id}`;

/** The well of a row in px. */
const ROW_BOX = { width: 108, height: 72, padding: 5, gap: 2 };
/** How near the end of the list the next page is asked for, in px. */
const NEAR_END = 400;

type Props = { picker: ManifestPickerState; onUse: (manifestId: string) => void };

export function PickerList({ picker, onUse }: Props) {
  const { query, items, active, setActiveId, filters } = picker;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!active) return;
    document.getElementById(pickerOptionId(active.manifest_id))?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const onScroll = () => {
    const element = list.current;
    if (!element || !query.hasNextPage || query.isFetchingNextPage) return;
    if (element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END)
      void query.fetchNextPage();
  };
  return (
    <div ref={list} className={classes.list} onScroll={onScroll}>
      <div id={PICKER_LIST_ID} role="listbox" aria-label="Manifests" aria-busy={query.isFetching}>
        {items.map((item) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the focus and the keys
          <div
            key={item.manifest_id}
            id={pickerOptionId(item.manifest_id)}
            role="option"
            tabIndex={-1}
            aria-selected={item.manifest_id === active?.manifest_id}
            className={classes.row}
            data-waiting={item.status === 'PROCESSING' || undefined}
            onClick={() => setActiveId(item.manifest_id)}
            onDoubleClick={() => onUse(item.manifest_id)}
          >
            <ContactSheet
              tiles={item.sheet}
              count={item.asset_count}
              box={ROW_BOX}
              isDimmed={item.status === 'PROCESSING'}
            />
            <span className={classes.rowText}>
              <span className={classes.rowName}>
                <b>
                  <MarkedText text={item.name} ranges={nameRanges(item.matches)} />
                </b>
                <span className={classes.mono}>v{item.version}</span>
              </span>
              <RowNote item={item} />
              <Facts item={item} />
            </span>
          </div>
        ))}
      </div>
      {query.isError && <p className={classes.nothing}>{detailOf(query.error)}</p>}
      {query.isSuccess && items.length === 0 && (
        <div className={classes.nothing}>
          <p>{nothingWords(filters)}</p>
          {filters.status && (
            <Button size="xs" onClick={() => picker.change({ status: null })}>
              Show drafts too
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function nothingWords({ q, status, category, tags }: ManifestPickerState['filters']): string {
  if (q.trim()) return `Nothing matches “${q.trim()}”.`;
  if (category !== null || tags.length > 0) return 'No manifest has these filters.';
  return status === 'READY' ? 'No manifest is ready yet.' : 'There is no manifest yet.';
}

/** What is in it; or, when a search found it by something else than its name, what that was. */
function Facts({ item }: { item: ManifestListItem }) {
  const elsewhere = matchesElsewhere(item.matches);
  return elsewhere.length > 0 ? <MatchLine matches={elsewhere} /> : <TypeCounts counts={item.type_counts} />;
}

function RowNote({ item }: { item: ManifestListItem }) {
  if (item.status === 'PROCESSING') {
    return <span className={classes.running}>{analysingWords(item.processing_progress, Date.now())}</span>;
  }
  if (item.status !== 'READY') {
    const missing = missingWords(item);
    return (
      <span className={classes.lacking}>
        {STATUS_WORDS[item.status]}
        {missing && `, ${missing}`}
      </span>
    );
  }
  return (
    <span className={classes.rowNote}>
      {usedWords(item.times_used)}
      {item.last_used_at && (
        <>
          , last <RelativeTime iso={item.last_used_at} />
        </>
      )}
    </span>
  );
}
