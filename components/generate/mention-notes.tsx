import { Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useFormContext } from 'react-hook-form';
import { type PromptMentions, replaceMention, suggestFix } from '#lib/client/prompt-mentions.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import type { GenerateInput } from '#lib/schemas/project.ts';
import classes from './generate.module.css';

type Props = {
  manifest: ManifestDetail;
  mentions: PromptMentions;
  showsAll: boolean;
  onShowAll: () => void;
};

/** What the prompt mentions in vain, with a fix, and how much of the manifest it leaves out. */
export function MentionNotes({ manifest, mentions, showsAll, onShowAll }: Props) {
  const { getValues, setValue } = useFormContext<GenerateInput>();
  const replace = (unknown: string, tag: string) =>
    setValue('prompt', replaceMention(getValues('prompt'), unknown, tag), { shouldDirty: true });
  const { unmentioned, styles, unknown } = mentions;
  return (
    <ul className={classes.notes} aria-label="Notes on references">
      {unknown.map((word) => {
        const fix = suggestFix(word, mentions);
        return (
          <li key={word} className={classes.note}>
            <IconAlertTriangle size={16} color="var(--vp-err)" aria-hidden />
            <span>
              <b>
                <span className={classes.mono}>{word}</span> is not in {manifest.name}.
              </b>{' '}
              {fix ? `Did you mean ${fix.name}?` : 'It will be read as plain text.'}
            </span>
            {fix && (
              <Button size="xs" onClick={() => replace(word, fix.manifest_tag)}>
                Replace with {fix.manifest_tag}
              </Button>
            )}
          </li>
        );
      })}
      {(unmentioned.length > 0 || styles.length > 0) && (
        <li className={classes.note}>
          <IconInfoCircle size={16} color="var(--vp-t2)" aria-hidden />
          <span>
            {leftOut(
              unmentioned.length,
              styles.map((style) => style.manifest_tag),
            )}
          </span>
          {unmentioned.length > 0 && (
            <Button size="xs" onClick={onShowAll} aria-expanded={showsAll}>
              {showsAll ? 'Hide' : 'Show'}
            </Button>
          )}
        </li>
      )}
    </ul>
  );
}

function leftOut(count: number, styles: string[]): string {
  const assets =
    count === 0
      ? 'Every asset is mentioned.'
      : `${count} ${count === 1 ? 'asset is' : 'assets are'} not mentioned.`;
  if (styles.length === 0) return assets;
  return `${assets} ${styles.length === 1 ? 'Style' : 'Styles'} ${styles.join(', ')} ${styles.length === 1 ? 'is' : 'are'} applied anyway.`;
}
