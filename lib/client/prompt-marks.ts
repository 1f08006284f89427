import { type Asset, MANIFEST_TAG } from '#lib/schemas/asset.ts';
import type { MentionPlace, MentionQuery, PromptMentions } from './prompt-mentions.ts';

/** A tag as it is written, in any spelling. */
const TAG = `(?:\\[@?${MANIFEST_TAG}\\]|@?${MANIFEST_TAG})`;
const EDGE = '[\\p{L}\\p{N}_]';

/** A stretch of the prompt as it is drawn. */
export type PromptMark = {
  text: string;
  /** tag: written as a tag; name: an asset by its name; unknown: a mention in vain; typing: not finished yet. */
  kind: 'plain' | 'tag' | 'name' | 'unknown' | 'typing';
  asset: Asset | null;
};

type Stretch = { start: number; end: number; kind: PromptMark['kind']; asset: Asset | null };

/** The whole prompt in stretches, in order: put together, their texts are the prompt. */
export function promptMarks(
  prompt: string,
  mentions: Pick<PromptMentions, 'places' | 'unknown'> | null,
  typing: MentionQuery | null,
): PromptMark[] {
  const stretches = [
    ...(typing ? [typingStretch(typing)] : []),
    ...(mentions
      ? [...mentions.places.map(placeStretch), ...unknownStretches(prompt, mentions.unknown)]
      : []),
  ];
  const marks: PromptMark[] = [];
  let at = 0;
  for (const { start, end, kind, asset } of withoutOverlaps(stretches)) {
    if (start > at) marks.push({ text: prompt.slice(at, start), kind: 'plain', asset: null });
    marks.push({ text: prompt.slice(start, end), kind, asset });
    at = end;
  }
  if (at < prompt.length) marks.push({ text: prompt.slice(at), kind: 'plain', asset: null });
  return marks;
}

const typingStretch = ({ from, text }: MentionQuery): Stretch => ({
  start: from,
  end: from + 1 + text.length,
  kind: 'typing',
  asset: null,
});

const placeStretch = ({ start, end, kind, asset }: MentionPlace): Stretch => ({
  start,
  end,
  kind: kind === 'tag' ? 'tag' : 'name',
  asset,
});

function unknownStretches(prompt: string, unknown: readonly string[]): Stretch[] {
  if (unknown.length === 0) return [];
  const words = new Set(unknown);
  const pattern = new RegExp(`(?<!${EDGE})(?:${TAG}|@[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*)(?!${EDGE})`, 'giu');
  return [...prompt.matchAll(pattern)]
    .filter(([written]) => words.has(written.replace(/^\[?@?|\]$/g, '')))
    .map(({ 0: written, index }) => ({
      start: index,
      end: index + written.length,
      kind: 'unknown' as const,
      asset: null,
    }));
}

/** Of two that overlap the one named first in the list stays. */
function withoutOverlaps(stretches: Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const each of stretches)
    if (kept.every((other) => each.end <= other.start || each.start >= other.end)) kept.push(each);
  return kept.sort((a, b) => a.start - b.start);
}

/** Pasted text with `[CHAR_01]` written as the form writes it: `@CHAR_01`. */
export function withAtTags(text: string): string {
  return text.replace(
    new RegExp(`\\[@?(${MANIFEST_TAG})\\](?!${EDGE})`, 'giu'),
    (_, tag: string) => `@${tag}`,
  );
}
