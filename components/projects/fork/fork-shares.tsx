import { lossWords, shareWords } from '#lib/projects/fork-words.ts';
import type { ForkPreview } from '#lib/schemas/fork.ts';
import classes from './fork.module.css';

type ForkSharesProps = { preview: ForkPreview | undefined; isAsking: boolean; problem: string | null };

/** What the fork would share and make, as the server works it out: a sentence, and a segment for each scene. */
export function ForkShares({ preview, isAsking, problem }: ForkSharesProps) {
  return (
    <div className={classes.shares} aria-live="polite" aria-busy={isAsking}>
      {problem && <p className={classes.error}>{problem}</p>}
      {!problem && !preview && <p>Working out what is shared</p>}
      {!problem && preview && (
        <>
          <p>{shareWords(preview)}</p>
          <div className={classes.segments} aria-hidden="true">
            {segmentsOf(preview).map(({ number, isShared }) => (
              <i key={number} data-shared={isShared || undefined} />
            ))}
          </div>
          {lossWords(preview).map((text) => (
            <p key={text} className={classes.loss}>
              {text}
            </p>
          ))}
        </>
      )}
    </div>
  );
}

const segmentsOf = ({ scenes_total, scenes }: ForkPreview) =>
  Array.from({ length: scenes_total }, (_, index) => ({
    number: index + 1,
    isShared: scenes[index]?.is_shared ?? false,
  }));
