import { clock, shortHash } from '#lib/projects/timecode.ts';
import type { LockfilePreview } from '#lib/schemas/lockfile.ts';
import classes from './from-lockfile.module.css';

const FINDINGS_SHOWN = 6;

/** Which film a lockfile is of, and what would be in the way of making it. */
export function LockfileSummary({ preview }: { preview: LockfilePreview }) {
  const { title, scenes, seconds, aspect_ratio, manifest_name, digest, files, findings } = preview;
  const facts = [
    `${scenes} ${scenes === 1 ? 'scene' : 'scenes'}`,
    clock(seconds),
    aspect_ratio,
    ...(manifest_name ? [`made with ${manifest_name}`] : []),
  ];
  return (
    <section className={classes.summary} aria-label="In the lockfile">
      <div className={classes.head}>
        <h3>{title}</h3>
        <span className={classes.mono} title={digest}>
          {shortHash(digest)}
        </span>
      </div>
      <p>{facts.join(', ')}</p>
      {files.needed > 0 && (
        <p>
          {files.here === files.needed
            ? `All ${files.needed} files are at hand.`
            : `${files.here} of ${files.needed} files are at hand. The film’s bundle has the others.`}
        </p>
      )}
      {findings.length > 0 && (
        <ul>
          {findings.slice(0, FINDINGS_SHOWN).map(({ detail }) => (
            <li key={detail}>{detail}</li>
          ))}
          {findings.length > FINDINGS_SHOWN && <li>and {findings.length - FINDINGS_SHOWN} more</li>}
        </ul>
      )}
    </section>
  );
}
