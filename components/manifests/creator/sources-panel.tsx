import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArrowBarToDown,
  IconArrowBarToUp,
  IconArrowDown,
  IconArrowsSort,
  IconArrowUp,
  IconChecks,
  IconRefresh,
  IconSquareCheck,
} from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { TYPE_ORDER } from '#components/manifests/type-words.ts';
import { Menu } from '#components/ui/menu.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import layout from './creator.module.css';
import { useCreator } from './creator-context.tsx';
import { DropZone } from './drop-zone.tsx';
import { FilterBar } from './filter-bar.tsx';
import parts from './parts.module.css';
import { SourceList } from './source-list.tsx';
import sources from './sources.module.css';
import { UploadRow } from './upload-row.tsx';

const NearDuplicates = dynamic(() => import('./near-duplicates.tsx').then((file) => file.NearDuplicates), {
  loading: () => null,
});

const SORTS: { label: string; compare: (a: Asset, b: Asset) => number }[] = [
  { label: 'By name', compare: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }) },
  {
    label: 'By type and tag',
    compare: (a, b) =>
      TYPE_ORDER.indexOf(a.asset_type) - TYPE_ORDER.indexOf(b.asset_type) ||
      a.manifest_tag.localeCompare(b.manifest_tag, undefined, { numeric: true }),
  },
  { label: 'By quality, best first', compare: (a, b) => (b.quality_score ?? -1) - (a.quality_score ?? -1) },
];

/** All images of the manifest, those on their way, and the place to add more. */
export function SourcesPanel({ onOpen }: { onOpen: () => void }) {
  const { assets, uploads, step, selection, reorder } = useCreator();
  const fresh = uploads.items.filter((item) => !item.replaces);
  const total = assets.length + fresh.length;
  const failed = fresh.filter((item) => item.phase === 'failed' && item.canRetry);
  const current = selection.current?.asset_id ?? '';
  const picked = [...selection.picked];
  const moves = [
    {
      label: 'Move to first',
      icon: <IconArrowBarToUp size={16} />,
      act: () => reorder.moveToEnd(picked, 'first'),
    },
    { label: 'Move up', icon: <IconArrowUp size={16} />, act: () => reorder.moveBy(current, -1) },
    { label: 'Move down', icon: <IconArrowDown size={16} />, act: () => reorder.moveBy(current, 1) },
    {
      label: 'Move to last',
      icon: <IconArrowBarToDown size={16} />,
      act: () => reorder.moveToEnd(picked, 'last'),
    },
  ];
  return (
    <section className={`${layout.panel} ${layout.sources}`} aria-label="Sources">
      <div className={sources.panelHead}>
        <h2 className={parts.panelTitle}>Sources</h2>
        <span className={parts.meta}>
          {fresh.length > 0 ? `${assets.length} of ${total} ready` : total || ''}
        </span>
        <span className={parts.spring} />
        {assets.length > 1 && (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon aria-label="Sort the images">
                  <IconArrowsSort size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {SORTS.map(({ label, compare }) => (
                  <Menu.Item key={label} onClick={() => reorder.sortBy(compare)}>
                    {label}
                  </Menu.Item>
                ))}
                <Menu.Divider />
                <Menu.Label>Selected images</Menu.Label>
                {moves.map(({ label, icon, act }) => (
                  <Menu.Item key={label} leftSection={icon} disabled={!selection.current} onClick={act}>
                    {label}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            <ActionIcon
              aria-label="Select several images"
              aria-pressed={selection.isSeveral}
              className={sources.severalButton}
              onClick={() => selection.setIsSeveral(!selection.isSeveral)}
            >
              <IconSquareCheck size={18} />
            </ActionIcon>
            <Tooltip label="Select all">
              <ActionIcon aria-label="Select all images" onClick={selection.selectAll}>
                <IconChecks size={18} />
              </ActionIcon>
            </Tooltip>
          </>
        )}
      </div>
      {step === 'review' && <FilterBar />}
      <div className={parts.scroll}>
        {step === 'review' && <NearDuplicates />}
        {step === 'upload' && <DropZone />}
        <SourceList onOpen={onOpen} />
        {fresh.length > 0 && (
          <ul className={sources.uploadList} aria-label="Images on their way">
            {failed.length > 1 && (
              <li className={sources.retryAll}>
                <Button
                  size="compact-sm"
                  leftSection={<IconRefresh size={16} />}
                  onClick={() => uploads.uploader.retryAll()}
                >
                  Retry {failed.length} that failed
                </Button>
              </li>
            )}
            {fresh.map((item) => (
              <UploadRow key={item.key} item={item} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
