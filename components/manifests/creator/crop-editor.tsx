'use client';
import ReactCrop from 'react-image-crop';
import 'react-image-crop/dist/ReactCrop.css';
import type { Asset, Bbox } from '#lib/schemas/asset.ts';
import image from './image.module.css';

type Props = {
  asset: Asset;
  url: string;
  size: { width: number; height: number };
  bbox: Bbox;
  onChange: (bbox: Bbox) => void;
};

/** Draws the box of a crop on the picture, with the mouse or, handle by handle, with the arrow keys. */
export default function CropEditor({ asset, url, size, bbox, onChange }: Props) {
  return (
    <section className={image.stage} data-crop aria-label="New crop">
      <ReactCrop
        className={image.cropper}
        crop={{
          unit: '%',
          x: bbox.x * 100,
          y: bbox.y * 100,
          width: bbox.width * 100,
          height: bbox.height * 100,
        }}
        onChange={(_, { x, y, width, height }) =>
          onChange({ x: x / 100, y: y / 100, width: width / 100, height: height / 100 })
        }
      >
        <div className={image.plate} style={size} data-alpha={asset.has_alpha || undefined}>
          <img
            src={`${url}?w=1280`}
            alt={asset.name}
            className={image.plateImage}
            style={size}
            draggable={false}
          />
        </div>
      </ReactCrop>
    </section>
  );
}
