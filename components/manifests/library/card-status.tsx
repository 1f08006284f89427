'use client';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { analysingWords, usedWords } from '#lib/client/manifest-words.ts';
import { useNow } from '#lib/client/use-now.ts';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import { StatusLabel } from '../status-label.tsx';
import classes from './manifest-card.module.css';

/** The line under a card's name: its state, and what matters most in that state. */
export function CardStatus({ manifest }: { manifest: ManifestListItem }) {
  const { status, processing_progress: progress, times_used, last_used_at, error_summary } = manifest;
  const isAnalysing = status === 'PROCESSING';
  const now = useNow(isAnalysing, progress?.started_at ?? manifest.updated_at);
  if (manifest.deleted_at)
    return (
      <p className={classes.status}>
        <span className={classes.statusText}>
          Moved to trash <RelativeTime iso={manifest.deleted_at} />
        </span>
      </p>
    );
  if (isAnalysing)
    return (
      <p className={classes.status}>
        <StatusLabel status={status}>{analysingWords(progress, now)}</StatusLabel>
      </p>
    );
  return (
    <p className={classes.status}>
      <StatusLabel status={status} />
      <span className={classes.statusText} title={error_summary ?? undefined}>
        {status === 'ERROR' && error_summary ? (
          error_summary
        ) : (
          <>
            {usedWords(times_used)}
            {last_used_at && (
              <>
                , last <RelativeTime iso={last_used_at} />
              </>
            )}
          </>
        )}
      </span>
    </p>
  );
}
