import { Button } from '@mantine/core';
import { IconCrop } from '@tabler/icons-react';
import type { Asset, QualityReason } from '#lib/schemas/asset.ts';
import { qualitySentence } from './asset-words.ts';
import details from './details.module.css';
import { subjectBox } from './image-boxes.ts';
import parts from './parts.module.css';
import review from './review.module.css';
import { useKeepCrop } from './use-keep-crop.ts';

/** What the score is made of, part by part, and what would mend each weak one. */
export function QualityBlock({ asset }: { asset: Asset }) {
  if (!asset.quality_reasons) {
    return <p className={parts.meta}>{asset.analysis_error ?? 'Not analysed yet.'}</p>;
  }
  const weak = asset.quality_reasons.filter((reason) => reason.advice !== null);
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
      {weak.length === 0 ? (
        <p className={details.qualityNote}>{qualitySentence(asset)}</p>
      ) : (
        <ul className={review.advice} aria-label="What would mend it">
          {weak
            .toSorted((a, b) => a.score - b.score)
            .map((reason) => (
              <li key={reason.code} className={review.adviceItem}>
                <span>
                  <span className={review.adviceFault}>{reason.advice}</span>: {remedyOf(reason)}
                </span>
                {reason.code === 'subject' && <CropToSubject asset={asset} />}
              </li>
            ))}
        </ul>
      )}
    </>
  );
}

const REMEDIES: Record<QualityReason['code'], string> = {
  sharpness: 'use a sharper image',
  resolution: 'too small for close-ups, use a larger one',
  exposure: 'use one with even light',
  subject: 'crop to the subject',
  contrast: 'use one with more contrast',
};

function remedyOf({ code, advice }: QualityReason): string {
  if (code === 'exposure')
    return advice?.startsWith('too dark') ? 'use a brighter image' : 'use one with softer light';
  return REMEDIES[code];
}

function CropToSubject({ asset }: { asset: Asset }) {
  const keep = useKeepCrop(asset);
  const bbox = subjectBox(asset);
  if (!bbox) return null;
  return (
    <Button
      size="compact-sm"
      leftSection={<IconCrop size={16} />}
      loading={keep.isPending}
      onClick={() => keep.mutate({ bbox, name: `${asset.name}, subject`, asset_type: asset.asset_type })}
    >
      Crop to subject
    </Button>
  );
}
