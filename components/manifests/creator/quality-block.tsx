import type { Asset } from '#lib/schemas/asset.ts';
import { qualitySentence } from './asset-words.ts';
import details from './details.module.css';
import parts from './parts.module.css';

/** What the score is made of, part by part. */
export function QualityBlock({ asset }: { asset: Asset }) {
  if (!asset.quality_reasons) {
    return <p className={parts.meta}>{asset.analysis_error ?? 'Not analysed yet.'}</p>;
  }
  return (
    <>
      <dl className={details.reasons}>
        {asset.quality_reasons.map((reason) => (
          <div key={reason.code} className={details.reason} data-weak={reason.advice !== null || undefined}>
            <dt>{reason.label}</dt>
            <dd className={details.reasonBar} aria-hidden>
              <span style={{ width: `${reason.score * 100}%` }} />
            </dd>
            <dd>{reason.detail}</dd>
          </div>
        ))}
      </dl>
      <p className={details.qualityNote}>{qualitySentence(asset)}</p>
    </>
  );
}
