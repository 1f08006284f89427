import { IconCheck, IconCircleDashed, IconLoader } from '@tabler/icons-react';
import { PROCESSING_STEPS, type ProcessingProgress } from '#lib/schemas/manifest.ts';
import details from './details.module.css';
import parts from './parts.module.css';

const LABELS: Record<(typeof PROCESSING_STEPS)[number], string> = {
  measure: 'Measure',
  contact_sheet: 'Contact sheet',
};

/** The steps of an analysis with how far each has come. */
export function ProcessSteps({ run }: { run: ProcessingProgress }) {
  const isFinished = run.finished_at !== null && !run.cancelled;
  const at = isFinished ? PROCESSING_STEPS.length : run.step ? PROCESSING_STEPS.indexOf(run.step) : 0;
  return (
    <ol className={details.processSteps}>
      {PROCESSING_STEPS.map((step, index) => {
        const total = step === 'measure' ? run.total : 1;
        const finished = step === 'measure' ? run.done + run.failed : index < at ? 1 : 0;
        const state = index < at ? 'done' : index === at && run.step !== null ? 'running' : 'waiting';
        return (
          <li key={step} data-state={state}>
            {state === 'done' && <IconCheck size={16} color="var(--vp-ok)" aria-label="done" />}
            {state === 'running' && (
              <IconLoader size={16} color="var(--vp-run)" aria-label="running" className={details.spin} />
            )}
            {state === 'waiting' && <IconCircleDashed size={16} aria-label="waiting" />}
            <span>{LABELS[step]}</span>
            <span className={details.stepBar} aria-hidden>
              <span
                className={details.stepFill}
                data-state={state}
                style={{ width: `${(step === 'measure' ? run.done / Math.max(total, 1) : finished) * 100}%` }}
              />
              {step === 'measure' && run.failed > 0 && (
                <span
                  className={details.stepFill}
                  data-state="failed"
                  style={{ width: `${(run.failed / total) * 100}%` }}
                />
              )}
            </span>
            <span className={parts.mono}>
              {finished}/{total}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
