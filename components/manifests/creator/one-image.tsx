'use client';
import { SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconPhotoOff } from '@tabler/icons-react';
import type { Asset } from '#lib/schemas/asset.ts';
import canvas from './canvas.module.css';

export type Zoom = 'fit' | 'actual';
const ZOOM_DATA: { value: Zoom; label: string }[] = [
  { value: 'fit', label: 'Fit' },
  { value: 'actual', label: '100 %' },
];

export function ImageZoom({ zoom, onChange }: { zoom: Zoom; onChange: (zoom: Zoom) => void }) {
  return <SegmentedControl<Zoom> aria-label="Zoom" data={ZOOM_DATA} value={zoom} onChange={onChange} />;
}

/** The picture whole, or pixel for pixel, with the crop that the analysis found. */
export function OneImage({ asset, zoom, showCrop }: { asset: Asset; zoom: Zoom; showCrop: boolean }) {
  const { ref, width, height } = useElementSize();
  const { width: pixelsWide, height: pixelsHigh, reference_image_url: url } = asset;
  if (!url || !pixelsWide || !pixelsHigh) {
    return (
      <div className={canvas.oneImage}>
        <div className={canvas.noImage}>
          <IconPhotoOff size={24} aria-hidden />
          No image yet. Choose one with “Replace image”.
        </div>
      </div>
    );
  }
  const scale = zoom === 'fit' ? Math.min(width / pixelsWide, height / pixelsHigh, 1.5) : 1;
  const size = { width: pixelsWide * scale, height: pixelsHigh * scale };
  const isLarge = size.width > 1280 || zoom === 'actual';
  const crop = showCrop ? asset.crop_bbox : null;
  return (
    <section
      className={canvas.oneImage}
      data-zoom={zoom}
      ref={ref}
      aria-label="Picture"
      // A picture larger than its place is scrolled with the keys.
      tabIndex={zoom === 'actual' ? 0 : undefined}
    >
      {width > 0 && (
        <div className={canvas.plate} style={size} data-alpha={asset.has_alpha || undefined}>
          <img
            src={isLarge ? url : `${url}?w=1280`}
            alt={asset.name}
            className={canvas.plateImage}
            style={size}
          />
          {crop && (
            <div
              className={canvas.cropBox}
              style={{
                left: `${crop.x * 100}%`,
                top: `${crop.y * 100}%`,
                width: `${crop.width * 100}%`,
                height: `${crop.height * 100}%`,
              }}
            >
              <span className={canvas.cropLabel}>Salient crop</span>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
