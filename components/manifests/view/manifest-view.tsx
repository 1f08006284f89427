'use client';
import { ActionIcon, Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs';
import { EmptyPlace } from '#components/ui/empty-place.tsx';
import { Link } from '#components/ui/link.tsx';
import { SegmentedCounts } from '#components/ui/segmented-counts.tsx';
import { showProblem } from '#components/ui/show-undo.tsx';
import { duplicateManifestAction } from '#lib/actions/manifest-actions.ts';
import { manifestDetailOptions, manifestKeys } from '#lib/client/manifest-queries.ts';
import { useAction } from '#lib/client/use-action.ts';
import { ASSET_TYPES, type AssetType } from '#lib/schemas/asset.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import { TypeIcon } from '../type-icon.tsx';
import { TYPE_ORDER, TYPE_WORDS } from '../type-words.ts';
import { AssetRows, ROW_HEIGHTS } from './asset-rows.tsx';
import classes from './manifest-view.module.css';
import { useComparedVersions } from './use-compared-versions.ts';
import { useDeleteManifest } from './use-delete-manifest.tsx';
import { useVersionMarks } from './use-version-marks.ts';
import { VersionList } from './version-list.tsx';
import { ViewHeader } from './view-header.tsx';
import { WhereUsed } from './where-used.tsx';

const AssetDetail = dynamic(() => import('./asset-detail.tsx').then((file) => file.AssetDetail), {
  ssr: false,
});
const VersionCompare = dynamic(() => import('./version-compare.tsx').then((file) => file.VersionCompare), {
  loading: () => null,
});

const DEFAULT_ZOOM = 2;
const PROCESSING_MS = 1500;

/** A manifest to look at: its sheet, its text and the films it is in. Nothing here changes it. */
export function ManifestView({ manifestId }: { manifestId: string }) {
  const { data: manifest } = useQuery({
    ...manifestDetailOptions(manifestId),
    refetchInterval: ({ state }) => (state.data?.status === 'PROCESSING' ? PROCESSING_MS : false),
  });
  const queryClient = useQueryClient();
  const router = useRouter();
  const [compared, setCompared] = useComparedVersions();
  const copy = useAction(duplicateManifestAction, {
    onSuccess: (made) => {
      void queryClient.invalidateQueries({ queryKey: manifestKeys.lists() });
      router.push(`/manifests/${made.manifest_id}/edit`);
    },
    onError: (error) => {
      showProblem(error);
    },
  });
  const deletion = useDeleteManifest({ manifest_id: manifestId, name: manifest?.name ?? '' });
  if (!manifest) return null;
  return (
    <div className={classes.page}>
      <ViewHeader
        manifest={manifest}
        isDuplicating={copy.isPending}
        onDuplicate={() => copy.mutate([manifestId])}
        onDelete={deletion.remove}
      />
      <div className={classes.body}>
        <Sheet manifest={manifest} />
        <aside className={classes.side}>
          {manifest.error_summary && <p className={classes.error}>{manifest.error_summary}</p>}
          {manifest.description && <p className={classes.description}>{manifest.description}</p>}
          <VersionList manifestId={manifestId} />
          <WhereUsed manifestId={manifestId} />
        </aside>
      </div>
      {deletion.dialog}
      {compared && (
        <VersionCompare
          manifest={manifest}
          compared={compared}
          onChange={(next) => void setCompared(next, { history: 'replace' })}
          onClose={() => void setCompared(null)}
        />
      )}
    </div>
  );
}

function Sheet({ manifest }: { manifest: ManifestDetail }) {
  const [type, setType] = useQueryState('type', parseAsStringLiteral(ASSET_TYPES));
  const [openId, setOpenId] = useQueryState('asset', parseAsString.withOptions({ history: 'push' }));
  const [zoom, setZoom] = useLocalStorage({ key: 'vp-sheet-zoom', defaultValue: DEFAULT_ZOOM });
  const marks = useVersionMarks(manifest.manifest_id);
  const { assets, type_counts: counts } = manifest;
  const shown = type ? assets.filter((asset) => asset.asset_type === type) : assets;
  const open = shown.find((asset) => asset.asset_id === openId);
  if (assets.length === 0)
    return (
      <div className={classes.well}>
        <EmptyPlace level={2} title="No images yet" text="Add the people, places and props of the story.">
          <Button component={Link} href={`/manifests/${manifest.manifest_id}/edit`}>
            Add images
          </Button>
        </EmptyPlace>
      </div>
    );
  return (
    <section className={classes.well} aria-label="Assets">
      <div className={classes.sheetBar}>
        <div className={classes.types}>
          <SegmentedCounts<AssetType | ''>
            label="Type"
            value={type ?? ''}
            onChange={(next) => void setType(next || null)}
            segments={[
              { value: '', label: 'All', count: assets.length },
              ...TYPE_ORDER.filter((each) => counts[each]).map((each) => ({
                value: each,
                label: TYPE_WORDS[each].many,
                icon: <TypeIcon type={each} size={16} />,
                count: counts[each],
              })),
            ]}
          />
        </div>
        <ActionIcon aria-label="Smaller" disabled={zoom <= 0} onClick={() => setZoom(Math.max(0, zoom - 1))}>
          <IconMinus size={16} stroke={1.5} />
        </ActionIcon>
        <ActionIcon
          aria-label="Larger"
          disabled={zoom >= ROW_HEIGHTS.length - 1}
          onClick={() => setZoom(Math.min(ROW_HEIGHTS.length - 1, zoom + 1))}
        >
          <IconPlus size={16} stroke={1.5} />
        </ActionIcon>
      </div>
      <AssetRows
        assets={shown}
        rowHeight={ROW_HEIGHTS[zoom] ?? ROW_HEIGHTS[DEFAULT_ZOOM]}
        isDimmed={manifest.status !== 'DRAFT'}
        marks={marks}
        version={manifest.version}
        onOpen={(id) => void setOpenId(id)}
      />
      {open && (
        <AssetDetail
          assets={shown}
          asset={open}
          onShow={(id) => void setOpenId(id, { history: 'replace' })}
          onClose={() => void setOpenId(null)}
        />
      )}
    </section>
  );
}
