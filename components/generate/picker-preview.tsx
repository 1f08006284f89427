import { ActionIcon, Button } from '@mantine/core';
import { IconExternalLink, IconStarFilled, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ContactSheet } from '#components/manifests/contact-sheet.tsx';
import { StatusLabel } from '#components/manifests/status-label.tsx';
import { Link } from '#components/ui/link.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { keyAssets, manifestQuality } from '#lib/client/manifest-quality.ts';
import { manifestDetailOptions } from '#lib/client/manifest-queries.ts';
import { usedWords } from '#lib/client/manifest-words.ts';
import { missingWords } from '#lib/client/missing-words.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import classes from './picker.module.css';

/** The well of the preview in px. */
const PREVIEW_BOX = { width: 688, height: 424, padding: 12, gap: 4 };
const KEY_ASSETS = 8;

type Props = {
  item: ManifestListItem | null;
  onUse: (manifestId: string) => void;
  onClose: () => void;
};

/** What is in the active manifest, and the button that takes it. */
export function PickerPreview({ item, onUse, onClose }: Props) {
  const { data: detail } = useQuery({
    ...manifestDetailOptions(item?.manifest_id ?? ''),
    enabled: item !== null,
  });
  const close = (
    <ActionIcon size="lg" aria-label="Close" onClick={onClose}>
      <IconX size={18} />
    </ActionIcon>
  );
  if (!item) {
    return (
      <div className={classes.right}>
        <div className={classes.previewHead}>
          <span className={classes.grow} />
          {close}
        </div>
      </div>
    );
  }
  const isWaiting = item.status === 'PROCESSING';
  const assets = detail?.manifest_id === item.manifest_id ? detail.assets : [];
  return (
    <div className={classes.right}>
      <div className={classes.previewHead}>
        <h3>{item.name}</h3>
        <span className={classes.mono}>v{item.version}</span>
        <StatusLabel status={item.status} />
        <span className={classes.grow} />
        {close}
      </div>
      <ContactSheet tiles={item.sheet} count={item.asset_count} box={PREVIEW_BOX} isDimmed={isWaiting} />
      <p className={classes.about}>{item.description}</p>
      <QualityLine assets={assets} missing={missingWords(item)} />
      <ul className={classes.keyAssets} aria-label="Key assets">
        {keyAssets(assets, KEY_ASSETS).map((asset) => (
          <li key={asset.asset_id}>
            <span className={classes.keyWell}>
              {asset.thumbnail_url && <Picture url={asset.thumbnail_url} sizes="32px" />}
            </span>
            <span>
              <span className={classes.mono}>
                {asset.manifest_tag}
                {asset.is_primary && <IconStarFilled size={10} aria-label="primary" />}
              </span>
              {asset.name}
            </span>
          </li>
        ))}
      </ul>
      <div className={classes.rightFoot}>
        <span className={classes.grow}>
          {usedWords(item.times_used).replace(/^./, (letter) => letter.toUpperCase())}
          {item.last_used_at && (
            <>
              , last <RelativeTime iso={item.last_used_at} />
            </>
          )}
        </span>
        <Button
          component={Link}
          href={`/manifests/${item.manifest_id}/edit`}
          variant="subtle"
          leftSection={<IconExternalLink size={16} />}
        >
          Open in creator
        </Button>
        <Button
          variant="filled"
          disabled={isWaiting}
          title={isWaiting ? 'It can be used when the analysis is done.' : undefined}
          onClick={() => onUse(item.manifest_id)}
        >
          Use this manifest
        </Button>
      </div>
    </div>
  );
}

/** How good its images are, which one pulls it down and why, and what it lacks. */
function QualityLine({ assets, missing }: { assets: Asset[]; missing: string | null }) {
  const quality = manifestQuality(assets);
  return (
    <p className={classes.quality}>
      {quality && (
        <>
          Quality <span className={classes.mono}>{quality.average.toFixed(1)}</span>, weakest{' '}
          <span className={classes.mono}>
            {quality.weakest.asset.manifest_tag} {quality.weakest.score.toFixed(1)}
          </span>
          {quality.weakest.reason && ` (${quality.weakest.reason})`}
        </>
      )}
      {missing && (
        <span className={classes.lacking}>
          {quality ? '. ' : ''}
          {missing.replace(/^./, (letter) => letter.toUpperCase())}
        </span>
      )}
    </p>
  );
}
