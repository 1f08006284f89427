'use client';
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { TYPE_ORDER, TYPE_WORDS } from '#components/manifests/type-words.ts';
import { VIEW_OPTIONS } from '#components/manifests/view-words.ts';
import {
  ASSET_LIMITS,
  type Asset,
  assetTypeSchema,
  assetViewSchema,
  CROP_MIN_SIDE,
} from '#lib/schemas/asset.ts';
import image from './image.module.css';
import { cropName, cropType } from './image-boxes.ts';
import parts from './parts.module.css';
import type { CropDraft } from './use-image-canvas.ts';
import { useKeepCrop } from './use-keep-crop.ts';

const TYPE_DATA = TYPE_ORDER.map((type) => ({ value: type, label: TYPE_WORDS[type].one }));

/** Asks name and type of a crop; both have sensible answers already. */
export function KeepCropForm({
  asset,
  draft,
  onDone,
}: {
  asset: Asset;
  draft: CropDraft;
  onDone: () => void;
}) {
  const [name, setName] = useState(cropName(asset, draft.box));
  const [type, setType] = useState(cropType(asset));
  const [view, setView] = useState<string | null>(null);
  const keep = useKeepCrop(asset);
  const pixels = {
    width: Math.round(draft.bbox.width * (asset.width ?? 0)),
    height: Math.round(draft.bbox.height * (asset.height ?? 0)),
  };
  const isSmall = Math.min(pixels.width, pixels.height) < CROP_MIN_SIDE;
  return (
    <form
      className={image.keepForm}
      aria-label="Keep as an asset"
      onSubmit={(event) => {
        event.preventDefault();
        if (keep.isPending || isSmall || name.trim() === '') return;
        keep.mutate(
          { bbox: draft.bbox, name, asset_type: type, view: assetViewSchema.nullable().parse(view) },
          { onSuccess: onDone },
        );
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <span className={parts.meta} data-warn={isSmall || undefined}>
        {isSmall
          ? `${pixels.width} × ${pixels.height} px: each side needs ${CROP_MIN_SIDE} px or more`
          : `${pixels.width} × ${pixels.height} px`}
      </span>
      <TextInput
        data-autofocus
        autoFocus={!draft.isDrawn}
        className={image.keepName}
        aria-label="Name of the crop"
        value={name}
        maxLength={ASSET_LIMITS.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        className={image.keepType}
        aria-label="Type of the crop"
        data={TYPE_DATA}
        value={type}
        allowDeselect={false}
        onChange={(value) => setType(assetTypeSchema.parse(value))}
      />
      {asset.asset_type === 'CHARACTER' && type === 'CHARACTER' && (
        <Select
          className={image.keepType}
          aria-label="Side it shows"
          placeholder="No side"
          data={VIEW_OPTIONS}
          value={view}
          clearable
          onChange={setView}
        />
      )}
      <Button type="submit" loading={keep.isPending} disabled={isSmall || name.trim() === ''}>
        Keep as an asset
      </Button>
      <Button variant="subtle" color="gray" onClick={onDone}>
        Cancel
      </Button>
    </form>
  );
}
