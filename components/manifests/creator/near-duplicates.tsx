'use client';
import { Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconCopy } from '@tabler/icons-react';
import { useMemo } from 'react';
import { mergedTexts } from '#lib/assets/merged-texts.ts';
import { detailOf } from '#lib/client/http.ts';
import { groupNearDuplicates, withoutKeptApart } from '#lib/manifests/near-duplicates.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import { adviceOf, formatScore, imagesWords } from './asset-words.ts';
import { useCreator } from './creator-context.tsx';
import parts from './parts.module.css';
import sources from './sources.module.css';

/** What the comparison needs; an image that was not analysed yet has no hash and is left out. */
const hashed = (assets: Asset[]) =>
  assets.flatMap(
    ({ asset_id: id, perceptual_hash: perceptualHash, quality_score: quality, width, height }) =>
      perceptualHash && width && height ? [{ id, perceptualHash, quality, width, height }] : [],
  );

const ownTexts = (asset: Asset) => ({
  description: asset.description,
  userTags: asset.user_tags,
  reversePrompt: asset.reverse_prompt_origin === 'user' ? asset.reverse_prompt : null,
  visualDescription: asset.visual_description_origin === 'user' ? asset.visual_description : null,
});

/** Images that show the same picture, best first, until one is kept or somebody says that all are wanted. */
export function NearDuplicates() {
  const { assets, manifestId } = useCreator();
  const [kept, setKept] = useLocalStorage<string[]>({ key: `vp-keep-both-${manifestId}`, defaultValue: [] });
  const fingerprint = JSON.stringify(hashed(assets));
  const groups = useMemo(() => groupNearDuplicates(JSON.parse(fingerprint)), [fingerprint]);
  const byId = useMemo(() => new Map(assets.map((asset) => [asset.asset_id, asset])), [assets]);
  return withoutKeptApart(groups, kept).map(({ ids, alikePercent }) => {
    const key = ids.toSorted().join('+');
    return (
      <Group
        key={key}
        group={ids.flatMap((id) => byId.get(id) ?? [])}
        alikePercent={alikePercent}
        onKeep={() => setKept((now) => [...now, key])}
      />
    );
  });
}

type Props = { group: Asset[]; alikePercent: number; onKeep: () => void };

function Group({ group, alikePercent, onKeep }: Props) {
  const { selection, removeAssets } = useCreator();
  const [best, ...others] = group;
  if (!best) return null;

  const merge = () => {
    try {
      // The server merges when the time for undo is over; what it would refuse is said now.
      mergedTexts(ownTexts(best), others.map(ownTexts));
    } catch (error) {
      notifications.show({ color: 'red', message: detailOf(error) });
      return;
    }
    const ids = others.map((asset) => asset.asset_id);
    const what = others.length === 1 ? (others[0]?.manifest_tag ?? '') : imagesWords(others.length);
    removeAssets({ ids, into: best.asset_id, text: `${what} merged into ${best.manifest_tag}` }, 'merge');
  };

  return (
    <section className={sources.duplicates} aria-label="Same picture">
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
      <div className={sources.duplicateButtons}>
        <Button size="compact-sm" onClick={merge}>
          Merge into {best.manifest_tag}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onKeep}>
          {group.length === 2 ? 'Keep both' : 'Keep all'}
        </Button>
      </div>
    </section>
  );
}
