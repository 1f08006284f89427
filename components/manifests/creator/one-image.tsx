'use client';
import { useElementSize } from '@mantine/hooks';
import { IconPhotoOff } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import type { Asset } from '#lib/schemas/asset.ts';
import canvas from './canvas.module.css';
import image from './image.module.css';
import { fitScale } from './image-boxes.ts';
import type { ImageCanvasState } from './use-image-canvas.ts';
import type { Zoom, ZoomControl } from './zoom.ts';

const ImageStage = dynamic(() => import('./image-stage.tsx'), { ssr: false });
const CropEditor = dynamic(() => import('./crop-editor.tsx'), { ssr: false });

type Props = {
  asset: Asset;
  state: ImageCanvasState;
  control: ZoomControl;
  onZoom: (zoom: Zoom) => void;
};

/** One picture with what was found in it, or with the crop that is being drawn. */
export function OneImage({ asset, state, control, onZoom }: Props) {
  const { ref, width, height } = useElementSize();
  const { width: pixelsWide, height: pixelsHigh, reference_image_url: url } = asset;
  if (!url || !pixelsWide || !pixelsHigh) {
    return (
      <div className={image.oneImage}>
        <div className={canvas.noImage}>
          <IconPhotoOff size={24} aria-hidden />
          No image yet. Choose one with “Replace image”.
        </div>
      </div>
    );
  }
  const fit = fitScale({ width: pixelsWide, height: pixelsHigh }, { width, height });
  const size = { width: pixelsWide * fit, height: pixelsHigh * fit };
  const { draft } = state;
  return (
    <div className={image.oneImage} ref={ref}>
      {width > 0 &&
        (draft?.isDrawn ? (
          <CropEditor asset={asset} url={url} size={size} bbox={draft.bbox} onChange={state.moveDraft} />
        ) : (
          <ImageStage
            asset={asset}
            url={url}
            size={size}
            fit={fit}
            state={state}
            control={control}
            onZoom={onZoom}
          />
        ))}
    </div>
  );
}
