'use client';
import { ActionIcon, Autocomplete, Button } from '@mantine/core';
import {
  IconArrowBarToDown,
  IconArrowBarToUp,
  IconCopyPlus,
  IconFolderSymlink,
  IconPlus,
  IconRefresh,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { type FormEvent, useState } from 'react';
import type { Asset } from '#lib/schemas/asset.ts';
import { ASSET_LIMITS } from '#lib/schemas/asset.ts';
import { imagesWords } from './asset-words.ts';
import bulkClasses from './bulk-panel.module.css';
import { useCreator } from './creator-context.tsx';
import details from './details.module.css';
import parts from './parts.module.css';
import { TypeField } from './type-field.tsx';

const TransferDialog = dynamic(() => import('./transfer-dialog.tsx').then((file) => file.TransferDialog), {
  ssr: false,
});

/** Several images at once: type, tags, place, other manifests, analysis, deletion. */
export function BulkPanel() {
  const { assets, selection, deleteAssets, analysis, manifest, reorder } = useCreator();
  const [transfer, setTransfer] = useState<'copy' | 'move' | null>(null);
  const ids = [...selection.picked];
  const picked = assets.filter((asset) => selection.picked.has(asset.asset_id));
  const types = new Set(picked.map((asset) => asset.asset_type));

  return (
    <div className={parts.sideBody}>
      <div className={bulkClasses.head}>
        <h2 className={parts.panelTitle}>{imagesWords(picked.length)}</h2>
        <ActionIcon aria-label="Only the current image" onClick={selection.selectOne}>
          <IconX size={18} />
        </ActionIcon>
      </div>
      <TypeField ids={ids} value={types.size === 1 ? (picked[0]?.asset_type ?? null) : null} />
      <p className={parts.meta}>
        Another type gives each image a new tag of that series. Its old tag is not given to another image.
      </p>
      <BulkTags ids={ids} picked={picked} />
      <div className={bulkClasses.buttons}>
        <Button leftSection={<IconFolderSymlink size={18} />} onClick={() => setTransfer('move')}>
          Move to…
        </Button>
        <Button leftSection={<IconCopyPlus size={18} />} onClick={() => setTransfer('copy')}>
          Copy to…
        </Button>
        <Button leftSection={<IconArrowBarToUp size={18} />} onClick={() => reorder.moveToEnd(ids, 'first')}>
          Move to first
        </Button>
        <Button leftSection={<IconArrowBarToDown size={18} />} onClick={() => reorder.moveToEnd(ids, 'last')}>
          Move to last
        </Button>
        <Button
          leftSection={<IconRefresh size={18} />}
          disabled={manifest.status === 'PROCESSING'}
          onClick={() => analysis.start(picked.filter((a) => a.reference_image_url).map((a) => a.asset_id))}
        >
          Analyse again
        </Button>
        <Button
          variant="subtle"
          color="var(--vp-err)"
          leftSection={<IconTrash size={18} />}
          onClick={() => deleteAssets(ids)}
        >
          Delete
        </Button>
      </div>
      {transfer && <TransferDialog op={transfer} ids={ids} onClose={() => setTransfer(null)} />}
    </div>
  );
}

/** Every tag of the picked images with how many of them have it; one click gives it to all, or takes it from all. */
function BulkTags({ ids, picked }: { ids: string[]; picked: Asset[] }) {
  const { bulk, assets } = useCreator();
  const [tag, setTag] = useState('');
  const counts = new Map<string, { tag: string; count: number }>();
  for (const each of picked.flatMap((asset) => asset.user_tags)) {
    const known = counts.get(each.toLowerCase());
    if (known) known.count += 1;
    else counts.set(each.toLowerCase(), { tag: each, count: 1 });
  }
  const rows = [...counts.values()].toSorted((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
  const known = [...new Set(assets.flatMap((asset) => asset.user_tags))].toSorted();

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (tag.trim() === '') return;
    void bulk.editTags(ids, { add: [tag.trim()] });
    setTag('');
  };

  return (
    <div className={bulkClasses.tags}>
      <form onSubmit={add} className={details.bulkTag}>
        <Autocomplete
          label="Tag for all of them"
          value={tag}
          data={known}
          limit={8}
          maxLength={ASSET_LIMITS.userTag}
          onChange={setTag}
        />
        <Button type="submit" disabled={tag.trim() === ''}>
          Add
        </Button>
      </form>
      {rows.length > 0 && (
        <ul className={bulkClasses.tagList} aria-label="Tags of these images">
          {rows.map((row) => (
            <li key={row.tag.toLowerCase()} className={bulkClasses.tag}>
              <span className={bulkClasses.tagName}>{row.tag}</span>
              <span className={parts.meta}>
                {row.count === picked.length ? 'all' : `${row.count} of ${picked.length}`}
              </span>
              {row.count < picked.length && (
                <ActionIcon
                  aria-label={`Add “${row.tag}” to all`}
                  onClick={() => void bulk.editTags(ids, { add: [row.tag] })}
                >
                  <IconPlus size={16} />
                </ActionIcon>
              )}
              <ActionIcon
                aria-label={`Remove “${row.tag}” from all`}
                onClick={() => void bulk.editTags(ids, { remove: [row.tag] })}
              >
                <IconX size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
