import dynamic from 'next/dynamic';
import { AboutPanel } from './about-panel.tsx';
import layout from './creator.module.css';
import { useCreator } from './creator-context.tsx';
import { DetailsPanel } from './details-panel.tsx';

const BulkPanel = dynamic(() => import('./bulk-panel.tsx').then((file) => file.BulkPanel), {
  loading: () => null,
});
const ProcessPanel = dynamic(() => import('./process-panel.tsx').then((file) => file.ProcessPanel), {
  loading: () => null,
});
const ReviewPanel = dynamic(() => import('./review-panel.tsx').then((file) => file.ReviewPanel), {
  loading: () => null,
});

/** The right panel: what is selected, how the analysis goes, or the manifest itself. */
export function SidePanel() {
  const { step, selection, assets, view } = useCreator();
  const shown = selection.current ?? (view === 'image' ? (assets[0] ?? null) : null);
  return (
    <section
      className={`${layout.panel} ${layout.side}`}
      aria-label={step === 'process' ? 'Progress' : 'Details'}
    >
      {step === 'process' ? (
        <ProcessPanel />
      ) : selection.picked.size > 1 ? (
        <BulkPanel />
      ) : !shown ? (
        <AboutPanel />
      ) : step === 'review' ? (
        <ReviewPanel key={shown.asset_id} asset={shown} />
      ) : (
        <DetailsPanel key={shown.asset_id} asset={shown} />
      )}
    </section>
  );
}
