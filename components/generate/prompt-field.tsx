'use client';
import { Kbd } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { mentionAt, suggestMentions } from '#lib/client/prompt-mentions.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import { type GenerateInput, PROJECT_LIMITS } from '#lib/schemas/project.ts';
import { fieldMessage } from './field-message.ts';
import classes from './generate.module.css';
import { MENTION_LIST_ID, MentionList, mentionOptionId } from './mention-list.tsx';
import { useCaretPlace } from './use-caret-place.ts';

type Props = { assets: Asset[]; manifestName: string | null };

/** The prompt. `@` offers the manifest's assets; arrows choose, Enter inserts, Escape closes. */
export function PromptField({ assets, manifestName }: Props) {
  const { field, fieldState } = useController<GenerateInput, 'prompt'>({ name: 'prompt' });
  const area = useRef<HTMLTextAreaElement | null>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const query = caret === null ? null : mentionAt(field.value, caret);
  const offered = query && query.from !== closedAt ? suggestMentions(query.text, assets) : [];
  const isOpen = offered.length > 0;
  const place = useCaretPlace(area, isOpen ? (query?.from ?? 0) : null);
  const length = [...field.value].length;
  const error = fieldMessage(fieldState.error);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once: what was typed before the page came alive
  useEffect(() => {
    const early = area.current?.value;
    if (early !== undefined && early !== field.value) field.onChange(early);
  }, []);

  const follow = () => {
    const element = area.current;
    setCaret(element && element.selectionStart === element.selectionEnd ? element.selectionStart : null);
  };
  const insert = (asset: Asset) => {
    const element = area.current;
    if (!element || !query || caret === null) return;
    element.setSelectionRange(query.from, caret);
    const space = /^\s/.test(field.value.slice(caret)) ? '' : ' ';
    // Typed by command, so that undo takes it back; the value is set by hand where that is not there.
    if (!document.execCommand('insertText', false, `@${asset.manifest_tag}${space}`)) {
      element.setRangeText(`@${asset.manifest_tag}${space}`, query.from, caret, 'end');
      field.onChange(element.value);
    }
    follow();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!isOpen || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = offered[Math.min(active, offered.length - 1)];
    if (step) setActive((active + step + offered.length) % offered.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) insert(chosen);
    else if (event.key === 'Escape') setClosedAt(query?.from ?? null);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.prompt} data-invalid={error ? true : undefined}>
      <textarea
        ref={(element) => {
          area.current = element;
          field.ref(element);
        }}
        name={field.name}
        value={field.value}
        className={classes.promptText}
        aria-label="Prompt"
        aria-invalid={error ? true : undefined}
        aria-describedby="prompt-help"
        aria-autocomplete="list"
        aria-controls={isOpen ? MENTION_LIST_ID : undefined}
        aria-activedescendant={isOpen ? mentionOptionId(Math.min(active, offered.length - 1)) : undefined}
        placeholder="The harbour empties as the light fails. Mara walks the pier with her lantern."
        spellCheck
        onChange={(event) => {
          field.onChange(event);
          setActive(0);
          setClosedAt(null);
          follow();
        }}
        onSelect={follow}
        onBlur={() => {
          field.onBlur();
          setCaret(null);
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <MentionList
          assets={offered}
          active={Math.min(active, offered.length - 1)}
          manifestName={manifestName ?? ''}
          place={place}
          onPick={insert}
        />
      )}
      <div className={classes.promptFoot} id="prompt-help">
        {error ? (
          <span className={classes.error} role="alert">
            {error}
          </span>
        ) : (
          <span>
            {assets.length > 0 && (
              <>
                Type <Kbd>@</Kbd> to mention an asset
              </>
            )}
          </span>
        )}
        <span className={classes.mono} data-over={length > PROJECT_LIMITS.prompt || undefined}>
          {length} / {PROJECT_LIMITS.prompt.toLocaleString('en')}
        </span>
      </div>
    </div>
  );
}
