import { wordDiff } from '#lib/client/word-diff.ts';
import type { ComparedVersions } from './use-compared-versions.ts';
import classes from './version-compare.module.css';

type TextPairProps = { label: string; before: string; after: string; versions: ComparedVersions };

/** A text in two versions, with the words marked that only one of them has. */
export function TextPair({ label, before, after, versions }: TextPairProps) {
  const parts = wordDiff(before, after);
  const sides = [
    { version: versions.from, text: before, own: 'gone' },
    { version: versions.to, text: after, own: 'new' },
  ] as const;
  return (
    <div>
      <h4 className={classes.label}>{label}</h4>
      <div className={classes.pair}>
        {sides.map(({ version, text, own }) => (
          <p key={own} className={classes.text}>
            <span className={classes.mono}>v{version}</span>{' '}
            {text === '' && <span className={classes.quiet}>empty</span>}
            {parts
              .filter(({ kind }) => kind === 'same' || kind === own)
              .map(({ kind, text: words }, at) => {
                const key = `${at} ${words}`;
                if (kind === 'gone') return <del key={key}>{words}</del>;
                if (kind === 'new') return <ins key={key}>{words}</ins>;
                return <span key={key}>{words}</span>;
              })}
          </p>
        ))}
      </div>
    </div>
  );
}
