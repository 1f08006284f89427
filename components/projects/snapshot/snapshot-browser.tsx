'use client';
import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import type { ProjectDetail, SnapshotAnswer } from '#lib/schemas/project.ts';
import { ShortDigest } from '../short-digest.tsx';
import { ALL_ASSETS } from './all-assets.ts';
import { foundAssets } from './found-assets.ts';
import { FrozenAsset } from './frozen-asset.tsx';
import classes from './snapshot.module.css';
import { SnapshotList } from './snapshot-list.tsx';

/** A search is worth its place from so many assets on. */
const SEARCHED_FROM = 9;

type SnapshotBrowserProps = {
  project: ProjectDetail;
  answer: SnapshotAnswer;
  /** The tag of the asset that is open, or that only the list is. */
  shown: string;
  onShow: (tag: string) => void;
  onClose: () => void;
};

/** Every asset as the film froze it: a list to search, and one of them large with all its texts. */
export function SnapshotBrowser({ project, answer, shown, onShow, onClose }: SnapshotBrowserProps) {
  useReturnFocus();
  const [query, setQuery] = useState('');
  const { assets, manifest } = answer.snapshot;
  const found = useMemo(() => foundAssets(assets, query), [assets, query]);
  const asset = assets.find((each) => each.manifest_tag === shown);
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1120px, 96vw)"
      title={`${manifest.name} v${answer.version}, as this film froze it`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ body: classes.browser }}
    >
      <div className={classes.about}>
        <span>
          {assets.length === 1 ? '1 asset' : `${assets.length} assets`}, pinned{' '}
          <time dateTime={answer.created_at} title={answer.created_at}>
            {pinnedAt(answer.created_at)}
          </time>
        </span>
        <ShortDigest hash={answer.digest} label="snapshot digest" />
      </div>
      <div className={classes.columns} data-open={asset ? true : undefined}>
        <div className={classes.listColumn}>
          {assets.length >= SEARCHED_FROM && (
            <TextInput
              aria-label="Search the frozen assets"
              placeholder="Search names, tags and descriptions"
              leftSection={<IconSearch size={16} />}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
          )}
          <p className="vp-sr-only" role="status">
            {query && `${found.length} found`}
          </p>
          {found.length === 0 ? (
            <p className={classes.quiet}>
              {assets.length === 0 ? 'This manifest held no assets.' : `Nothing matches “${query}”.`}
            </p>
          ) : (
            <SnapshotList assets={found} shown={shown} onShow={onShow} />
          )}
        </div>
        {asset ? (
          <FrozenAsset
            key={asset.manifest_tag}
            asset={asset}
            assets={found}
            scenes={project.scenes}
            onShow={onShow}
            onBack={() => onShow(ALL_ASSETS)}
          />
        ) : (
          <p className={`${classes.quiet} ${classes.choose}`}>Choose an asset to see it whole.</p>
        )}
      </div>
    </Modal>
  );
}

const pinnedAt = (instant: string) =>
  new Date(instant).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
