import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowsSort, IconChecks } from '@tabler/icons-react';
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

const NearDuplicates = dynamic(() => import('./near-duplicates.tsx').then((file) => file.NearDuplicates));

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
              </Menu.Dropdown>
            </Menu>
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
            {fresh.map((item) => (
              <UploadRow key={item.key} item={item} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
