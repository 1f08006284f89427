import type { Ref } from 'react';
import type { PromptMark } from '#lib/client/prompt-marks.ts';
import { THUMBNAIL_WIDTHS } from '#lib/schemas/asset.ts';
import classes from './prompt.module.css';

/**
 * The prompt as it is read, drawn under the textarea that is typed in: the same characters in the same font, so that
 * every one stands exactly where the textarea has it. Chips are grounds and colours only; none moves a character.
 */
export function PromptMirror({ marks, ref }: { marks: PromptMark[]; ref: Ref<HTMLDivElement> }) {
  return (
    <div ref={ref} className={classes.mirror} aria-hidden="true">
      {marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity of their own
        <Mark key={index} mark={mark} />
      ))}
      {/* The line that a final line break begins is as high as any other. */}
      {'\u200b'}
    </div>
  );
}

function Mark({ mark: { text, kind, asset } }: { mark: PromptMark }) {
  if (kind === 'plain') return text;
  const look = {
    ...(asset && { '--type': `var(--vp-type-${asset.asset_type.toLowerCase()})` }),
    ...(asset?.thumbnail_url && { '--thumb': thumbOf(asset.thumbnail_url) }),
  } as React.CSSProperties;
  const lead = /^\[?@?/.exec(text)?.[0] ?? '';
  if (kind === 'typing' || kind === 'name')
    return (
      <span className={classes[kind]} data-typing={kind === 'typing' || undefined} style={look}>
        {text}
      </span>
    );
  return (
    <span className={kind === 'tag' ? classes.chip : classes.unknown} style={look}>
      <span className={classes.lead} data-at={lead.includes('@') || undefined}>
        {lead}
      </span>
      {text.slice(lead.length).replace(/\]$/, '')}
      {text.endsWith(']') && <span className={classes.lead}>]</span>}
    </span>
  );
}

const thumbOf = (url: string) =>
  `url("${url.startsWith('blob:') ? url : `${url.split('?')[0]}?w=${THUMBNAIL_WIDTHS[0]}`}")`;
