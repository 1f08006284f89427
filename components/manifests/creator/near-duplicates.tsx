'use client';
import { Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCopy } from '@tabler/icons-react';
import { useMemo } from 'react';
import { groupNearDuplicates } from '#lib/manifests/near-duplicates.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import { adviceOf, formatScore } from './asset-words.ts';
import { useCreator } from './creator-context.tsx';
import parts from './parts.module.css';
import sources from './sources.module.css';

/** What the comparison needs; an image that was not analysed yet has no hash and is left out. */
const hashed = (assets: Asset[]) =>
  assets.flatMap(
    ({ asset_id: id, perceptual_hash: perceptualHash, quality_score: quality, width, height }) =>
      perceptualHash && width && height ? [{ id, perceptualHash, quality, width, height }] : [],
  );

/** Images that show the same picture, until somebody says that both are wanted. */
export function NearDuplicates() {
  const { assets, manifestId, selection } = useCreator();
  const [kept, setKept] = useLocalStorage<string[]>({ key: `vp-keep-both-${manifestId}`, defaultValue: [] });
  const fingerprint = JSON.stringify(hashed(assets));
  const groups = useMemo(() => groupNearDuplicates(JSON.parse(fingerprint)), [fingerprint]);
  return groups.map(({ ids, alikePercent }) => {
    const key = ids.toSorted().join('+');
    if (kept.includes(key)) return null;
    const group = ids.flatMap((id) => assets.find((asset) => asset.asset_id === id) ?? []);
    return (
      <section key={key} className={sources.duplicates} aria-label="Same picture">
        <h3 className={sources.duplicatesTitle}>
          <IconCopy size={16} aria-hidden color="var(--vp-warn)" /> Same picture
          <span className={sources.alike}>{alikePercent} % alike</span>
        </h3>
        <div className={sources.duplicatePair}>
          {group.map((asset) => (
            <button
              key={asset.asset_id}
              type="button"
              className={sources.duplicate}
              onClick={() => selection.select(asset.asset_id)}
            >
              <span className={sources.duplicateThumb}>
                {asset.thumbnail_url && (
                  <img src={asset.thumbnail_url} alt={asset.name} className={sources.duplicateImage} />
                )}
              </span>
              <span className={sources.duplicateLabel}>
                <span>{asset.manifest_tag}</span>
                {asset.quality_score !== null && <span>{formatScore(asset.quality_score)}</span>}
              </span>
              {adviceOf(asset).length > 0 && (
                <span className={parts.rowWarning}>{adviceOf(asset).join(', ')}</span>
              )}
            </button>
          ))}
        </div>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setKept([...kept, key])}>
          {group.length === 2 ? 'Keep both' : 'Keep all'}
        </Button>
      </section>
    );
  });
}
