'use client';
import { Button } from '@mantine/core';
import { IconCrop, IconPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { TypeIcon } from '#components/manifests/type-icon.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';
import image from './image.module.css';
import { nextToKeep } from './image-boxes.ts';
import parts from './parts.module.css';
import type { ImageCanvasState } from './use-image-canvas.ts';

const KeepCropForm = dynamic(() => import('./keep-crop-form.tsx').then((file) => file.KeepCropForm), {
  ssr: false,
});

/** Under the picture: what was cut from it, what it was cut from, and the box that can be kept next. */
export function CropsBar({ asset, state }: { asset: Asset; state: ImageCanvasState }) {
  const { assets, selection } = useCreator();
  const crops = assets.filter((each) => each.source_asset_id === asset.asset_id);
  const parent = assets.find((each) => each.asset_id === asset.source_asset_id);
  const offered = state.box ?? nextToKeep(state.boxes, crops);
  const { draft } = state;
  if (!asset.reference_image_url) return null;
  if (draft)
    return (
      <div className={image.cropsBar}>
        <KeepCropForm key={draft.box?.key ?? 'drawn'} asset={asset} draft={draft} onDone={state.dropDraft} />
      </div>
    );
  return (
    <div className={image.cropsBar}>
      {parent && (
        <>
          <span className={image.cropsTitle}>Cropped from</span>
          <CropLink asset={parent} note={parent.name} onOpen={() => selection.select(parent.asset_id)} />
        </>
      )}
      {crops.length > 0 && (
        <>
          <span className={image.cropsTitle}>Crops from it</span>
          <ul className={image.cropsList} aria-label="Crops from it">
            {crops.map((crop) => (
              <li key={crop.asset_id}>
                <CropLink asset={crop} note={noteOf(crop)} onOpen={() => selection.select(crop.asset_id)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {offered && state.showBoxes && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={18} />}
          onClick={() => state.keepBox(offered)}
        >
          Keep “{offered.label}” as an asset
        </Button>
      )}
      <Button
        className={image.phoneOnly}
        variant="subtle"
        color="gray"
        leftSection={<IconCrop size={18} />}
        onClick={state.drawCrop}
      >
        New crop
      </Button>
    </div>
  );
}

/** "figure 1 0.91", or the name of what nobody guessed. */
const noteOf = (crop: Asset) =>
  crop.detection_class && crop.detection_confidence !== null
    ? `${crop.detection_class.toLowerCase()} ${crop.detection_confidence.toFixed(2)}`
    : crop.name;

function CropLink({ asset, note, onOpen }: { asset: Asset; note: string; onOpen: () => void }) {
  return (
    <button
      type="button"
      className={image.cropLink}
      aria-label={`${asset.manifest_tag} ${asset.name}`}
      onClick={onOpen}
    >
      <span className={image.cropThumb}>
        {asset.thumbnail_url && <img src={asset.thumbnail_url} alt="" loading="lazy" />}
      </span>
      <span className={parts.rowText}>
        <span className={image.cropTag}>
          <TypeIcon type={asset.asset_type} size={14} />
          <span className={parts.mono}>{asset.manifest_tag}</span>
        </span>
        <span className={image.cropNote}>{note}</span>
      </span>
    </button>
  );
}
