import { Button } from '@mantine/core';
import { IconAlertCircle, IconEye, IconRefresh } from '@tabler/icons-react';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import { ReplaceImage } from './asset-buttons.tsx';
import { formatScore, formatTimeLeft, foundSentence, qualitySentence } from './asset-words.ts';
import { useCreator } from './creator-context.tsx';
import details from './details.module.css';
import parts from './parts.module.css';
import { ProcessSteps } from './process-steps.tsx';

const JUST_FOUND = 4;

/** How the analysis goes: counts, steps, what was found last, and what failed. */
export function ProcessPanel() {
  const { manifest, assets, progress, setStep, selection } = useCreator();
  const run = manifest.processing_progress;
  const isRunning = manifest.status === 'PROCESSING';
  const failed = assets.filter((asset) => asset.analysis_state === 'failed');
  const found = assets
    .filter((asset) => asset.analysis_state === 'done')
    .toSorted((a, b) => b.updated_at.localeCompare(a.updated_at))
    .slice(0, JUST_FOUND);

  if (!run) {
    return (
      <div className={parts.sideBody}>
        <h2 className={parts.panelTitle}>Not analysed yet</h2>
        <p className={parts.meta}>
          The analysis measures every image, describes it, finds its palette and subject, points out
          near-duplicates and draws the contact sheet. It runs here, free of charge.
        </p>
      </div>
    );
  }
  return (
    <div className={parts.sideBody}>
      <div>
        <div className={details.processHead}>
          <h2 className={details.readoutValue}>
            {run.done} of {run.total}
          </h2>
          {isRunning && progress?.seconds_left != null && (
            <span className={parts.mono}>{formatTimeLeft(progress.seconds_left)}</span>
          )}
        </div>
        <p className={parts.toolbarNote}>
          {isRunning ? (
            <>
              Started <RelativeTime iso={run.started_at} />, safe to close this page
            </>
          ) : run.cancelled ? (
            'Stopped. What was finished is kept.'
          ) : (
            <>
              Finished <RelativeTime iso={run.finished_at ?? run.started_at} />
            </>
          )}
        </p>
      </div>
      <ProcessSteps run={run} />
      {found.length > 0 && (
        <section className={details.found}>
          <h3 className={parts.panelTitle}>Just found</h3>
          <ul>
            {found.map((asset) => (
              <li key={asset.asset_id}>
                <button
                  type="button"
                  className={details.foundRow}
                  onClick={() => {
                    selection.select(asset.asset_id);
                    setStep('review');
                  }}
                >
                  <span className={details.foundThumb}>
                    {asset.thumbnail_url && <img src={asset.thumbnail_url} alt="" />}
                  </span>
                  <span className={parts.rowText}>
                    <span className={parts.rowName}>{asset.name}</span>
                    <span className={parts.meta}>
                      {foundSentence(asset)}
                      {asset.quality_score !== null && `Quality ${formatScore(asset.quality_score)}. `}
                      {asset.quality_reasons && qualitySentence(asset)}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {failed.length > 0 && <Failures failed={failed} others={assets.length - failed.length} />}
      {!isRunning && (
        <Button leftSection={<IconEye size={18} />} onClick={() => setStep('review')}>
          Review the results
        </Button>
      )}
      <div className={details.processFoot}>
        <span>Local engine, free</span>
        <span className={parts.mono}>job {run.run_id.slice(0, 13)}</span>
      </div>
    </div>
  );
}

function Failures({ failed, others }: { failed: Asset[]; others: number }) {
  const { analysis, manifest } = useCreator();
  return (
    <section className={parts.failureCard} aria-label="Failures">
      <h3 className={details.failureTitle}>
        <IconAlertCircle size={18} color="var(--vp-err)" aria-hidden /> {failed.length} failed
      </h3>
      {failed.map((asset) => (
        <div key={asset.asset_id} className={details.failure}>
          <p className={parts.meta}>
            {asset.name}: {asset.analysis_error ?? 'The analysis did not finish.'}
          </p>
          <div className={parts.rowButtons}>
            <Button
              leftSection={<IconRefresh size={16} />}
              disabled={manifest.status === 'PROCESSING'}
              onClick={() => analysis.again(asset.asset_id)}
            >
              Retry
            </Button>
            <ReplaceImage asset={asset} />
          </div>
        </div>
      ))}
      {others > 0 && (
        <p className={parts.meta}>
          {others === 1 ? 'The other one is not affected.' : `The other ${others} are not affected.`}
        </p>
      )}
    </section>
  );
}
