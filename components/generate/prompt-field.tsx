'use client';
import { Kbd } from '@mantine/core';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { promptMarks, withAtTags } from '#lib/client/prompt-marks.ts';
import { mentionAt, type PromptMentions, suggestMentions } from '#lib/client/prompt-mentions.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import { type GenerateInput, PROJECT_LIMITS } from '#lib/schemas/project.ts';
import { fieldMessage } from './field-message.ts';
import { MENTION_LIST_ID, MentionList, mentionOptionId } from './mention-list.tsx';
import classes from './prompt.module.css';
import { PromptMirror } from './prompt-mirror.tsx';
import { typeText } from './type-text.ts';

type Props = {
  assets: Asset[];
  mentions: PromptMentions | null;
  /** Where the assets are: "in The Lamplighter". */
  place: string;
};

/** The prompt. `@` offers the references; arrows choose, Enter or Tab inserts, Escape closes. Mentions are chips. */
export function PromptField({ assets, mentions, place }: Props) {
  const { field, fieldState } = useController<GenerateInput, 'prompt'>({ name: 'prompt' });
  const area = useRef<HTMLTextAreaElement | null>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const query = caret === null ? null : mentionAt(field.value, caret);
  const offered = query && query.from !== closedAt ? suggestMentions(query.text, assets) : [];
  const isOpen = offered.length > 0;
  const activeIndex = Math.min(active, offered.length - 1);
  const length = [...field.value].length;
  const error = fieldMessage(fieldState.error);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is new each time, what it says is not
  const marks = useMemo(
    () => promptMarks(field.value, mentions, isOpen ? query : null),
    [field.value, mentions, isOpen, query?.from, query?.text],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: once: what was typed before the page came alive
  useEffect(() => {
    const early = area.current?.value;
    if (early !== undefined && early !== field.value) field.onChange(early);
  }, []);
  const [below, setBelow] = useState({ left: 0, top: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the mark stands follows from the marks
  useLayoutEffect(() => {
    const mark = mirror.current?.querySelector<HTMLElement>('[data-typing]');
    if (mark) setBelow({ left: mark.offsetLeft, top: mark.offsetTop + mark.offsetHeight });
  }, [marks, isOpen]);

  const follow = () => {
    const element = area.current;
    setCaret(element && element.selectionStart === element.selectionEnd ? element.selectionStart : null);
  };
  const insert = (asset: Asset) => {
    const element = area.current;
    if (!element || !query || caret === null) return;
    element.setSelectionRange(query.from, caret);
    const space = /^\s/.test(field.value.slice(caret)) ? '' : ' ';
    typeText(element, `@${asset.manifest_tag}${space}`, field.onChange);
    follow();
  };
  const onPaste = (event: React.ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    const text = withAtTags(pasted);
    if (text === pasted) return;
    event.preventDefault();
    typeText(event.currentTarget, text, field.onChange);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!isOpen || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = offered[activeIndex];
    if (step) setActive((activeIndex + step + offered.length) % offered.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen) insert(chosen);
    else if (event.key === 'Escape') setClosedAt(query?.from ?? null);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.prompt} data-prompt data-invalid={error ? true : undefined}>
      <div className={classes.body}>
        <PromptMirror ref={mirror} marks={marks} />
        <textarea
          ref={(element) => {
            area.current = element;
            field.ref(element);
          }}
          name={field.name}
          value={field.value}
          className={classes.text}
          aria-label="Prompt"
          aria-invalid={error ? true : undefined}
          aria-describedby="prompt-help"
          aria-autocomplete="list"
          aria-controls={isOpen ? MENTION_LIST_ID : undefined}
          aria-activedescendant={isOpen ? mentionOptionId(activeIndex) : undefined}
          placeholder="The harbour empties as the light fails. Mara walks the pier with her lantern."
          spellCheck
          onChange={(event) => {
            field.onChange(event);
            setActive(0);
            setClosedAt(null);
            follow();
          }}
          onSelect={follow}
          onPaste={onPaste}
          onBlur={() => {
            field.onBlur();
            setCaret(null);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {isOpen && (
        <MentionList assets={offered} active={activeIndex} place={place} below={below} onPick={insert} />
      )}
      <div className={classes.foot} id="prompt-help">
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
        <span className={classes.count} data-over={length > PROJECT_LIMITS.prompt || undefined}>
          {length} / {PROJECT_LIMITS.prompt.toLocaleString('en')}
        </span>
      </div>
    </div>
  );
}
