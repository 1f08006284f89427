import { Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconPhotoOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { Link } from '#components/ui/link.tsx';
import { nameToTag, type PromptNote } from '#lib/client/prompt-lint.ts';
import { type PromptMentions, replaceMention } from '#lib/client/prompt-mentions.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import type { GenerateInput } from '#lib/schemas/project.ts';
import classes from './generate.module.css';

type Props = {
  notes: PromptNote[];
  mentions: PromptMentions;
  /** What the tags are looked for in: "The Lamplighter", "the images". */
  source: string;
  /** Null: images of a quick upload, which cannot be opened elsewhere. */
  manifestId: string | null;
  showsAll: boolean;
  onShowAll: () => void;
};

/** How many owners of one name are offered. */
const OFFERED = 3;

/** What the prompt mentions in vain or in doubt, with a fix, and how much of the references it leaves out. */
export function MentionNotes({ notes, ...context }: Props) {
  if (notes.length === 0) return null;
  return (
    <ul className={classes.notes} aria-label="Notes on references">
      {notes.map((note) => (
        <NoteLine key={`${note.code} ${keyOf(note)}`} note={note} {...context} />
      ))}
    </ul>
  );
}

function keyOf(note: PromptNote): string {
  if (note.code === 'unknown-tag' || note.code === 'retired-tag') return note.word;
  if (note.code === 'no-image') return note.asset.asset_id;
  return note.code === 'same-name' ? note.name : '';
}

type LineProps = Omit<Props, 'notes'> & { note: PromptNote };

function NoteLine({ note, mentions, source, manifestId, showsAll, onShowAll }: LineProps) {
  const { getValues, setValue } = useFormContext<GenerateInput>();
  const write = (change: (prompt: string) => string) =>
    setValue('prompt', change(getValues('prompt')), { shouldDirty: true });
  switch (note.code) {
    case 'unknown-tag':
    case 'retired-tag':
      return (
        <Line icon={<IconAlertTriangle size={16} color="var(--vp-err)" aria-hidden />}>
          <span>
            <b>
              <span className={classes.mono}>{note.word}</span> {factOf(note, source)}.
            </b>{' '}
            {note.fix ? `Did you mean ${note.fix.name}?` : 'It will be read as plain text.'}
          </span>
          {note.fix && (
            <Replace
              with={note.fix}
              onClick={(tag) => write((prompt) => replaceMention(prompt, note.word, tag))}
            />
          )}
        </Line>
      );
    case 'no-image':
      return (
        <Line icon={<IconPhotoOff size={16} color="var(--vp-warn)" aria-hidden />}>
          <span>
            <Tag asset={note.asset} /> has no image. The film cannot show it.
          </span>
          {manifestId && (
            <Button
              component={Link}
              href={`/manifests/${manifestId}/edit?asset=${note.asset.asset_id}`}
              size="xs"
            >
              Add an image
            </Button>
          )}
        </Line>
      );
    case 'same-name':
      return (
        <Line icon={<IconInfoCircle size={16} color="var(--vp-t2)" aria-hidden />}>
          <span>
            {note.others.length + 1} assets are called {note.name}. The film takes <Tag asset={note.meant} />.
          </span>
          {note.others.slice(0, OFFERED).map((other) => (
            <Replace
              key={other.asset_id}
              with={other}
              onClick={(tag) => write((prompt) => nameToTag(prompt, mentions, note.meant, tag))}
            />
          ))}
        </Line>
      );
    case 'not-mentioned':
      return (
        <Line icon={<IconInfoCircle size={16} color="var(--vp-t2)" aria-hidden />}>
          <span>{leftOut(note.assets.length, note.styles)}</span>
          {note.assets.length > 0 && (
            <Button size="xs" onClick={onShowAll} aria-expanded={showsAll}>
              {showsAll ? 'Hide' : 'Show'}
            </Button>
          )}
        </Line>
      );
  }
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className={classes.note}>
      {icon}
      {children}
    </li>
  );
}

function Replace({ with: { manifest_tag }, onClick }: { with: Asset; onClick: (tag: string) => void }) {
  return (
    <Button size="xs" onClick={() => onClick(manifest_tag)}>
      Replace with {manifest_tag}
    </Button>
  );
}

const Tag = ({ asset }: { asset: Asset }) => (
  <>
    <span className={classes.mono}>{asset.manifest_tag}</span> {asset.name}
  </>
);

function factOf(note: Extract<PromptNote, { word: string }>, source: string): string {
  if (note.code === 'unknown-tag') return `is not in ${source}`;
  return note.version === null ? 'was retired' : `was retired in v${note.version}`;
}

function leftOut(count: number, styles: Asset[]): string {
  const assets =
    count === 0
      ? 'Every asset is mentioned.'
      : `${count} ${count === 1 ? 'asset is' : 'assets are'} not mentioned.`;
  if (styles.length === 0) return assets;
  const tags = styles.map((style) => style.manifest_tag).join(', ');
  return `${assets} ${styles.length === 1 ? 'Style' : 'Styles'} ${tags} ${styles.length === 1 ? 'is' : 'are'} applied anyway.`;
}
