import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import { useCreator } from './creator-context.tsx';
import parts from './parts.module.css';
import { countStates } from './process-counts.ts';

function noteOf({ status, processing_progress: run }: ManifestDetail): string {
  if (status === 'PROCESSING') return 'Results appear as they land. You can keep editing.';
  return run ? 'The analysis has ended.' : 'Nothing was analysed yet.';
}

/** One line over the pictures: what is done and what is not. */
export function ProcessSummary() {
  const { assets, manifest } = useCreator();
  const { done, running, waiting, failed } = countStates(assets);
  const counts = [
    `${done} done`,
    running > 0 && `${running} running`,
    waiting > 0 && `${waiting} waiting`,
    failed > 0 && `${failed} failed`,
  ].filter(Boolean);
  return (
    <>
      <span className={parts.toolbarNote}>{noteOf(manifest)}</span>
      <span className={parts.spring} />
      <span className={parts.meta} role="status">
        {counts.join(', ')}
      </span>
    </>
  );
}
