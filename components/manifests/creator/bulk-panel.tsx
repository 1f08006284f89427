'use client';
import { Button, TextInput } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { ASSET_LIMITS } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';
import details from './details.module.css';
import parts from './parts.module.css';
import { TypeField } from './type-field.tsx';

/** Several images at once: type, a tag, analysis, deletion. */
export function BulkPanel() {
  const { assets, selection, changeAssets, deleteAssets, analysis, manifest } = useCreator();
  const [tag, setTag] = useState('');
  const ids = [...selection.picked];
  const picked = assets.filter((asset) => selection.picked.has(asset.asset_id));
  const types = new Set(picked.map((asset) => asset.asset_type));

  const addTag = (event: FormEvent) => {
    event.preventDefault();
    const added = tag.trim();
    if (!added) return;
    changeAssets(ids, (asset) => ({ user_tags: [...new Set([...asset.user_tags, added])] }), true);
    setTag('');
  };

  return (
    <div className={parts.sideBody}>
      <h2 className={parts.panelTitle}>{picked.length} images</h2>
      <TypeField ids={ids} value={types.size === 1 ? (picked[0]?.asset_type ?? null) : null} />
      <p className={parts.meta}>Changing the type gives new tags.</p>
      <form onSubmit={addTag} className={details.bulkTag}>
        <TextInput
          label="Tag for all of them"
          value={tag}
          maxLength={ASSET_LIMITS.userTag}
          onChange={(event) => setTag(event.currentTarget.value)}
        />
        <Button type="submit" disabled={tag.trim() === ''}>
          Add
        </Button>
      </form>
      <div className={details.assetButtons}>
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
    </div>
  );
}
