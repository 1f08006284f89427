'use client';
import { useState } from 'react';
import { Picture } from '#components/ui/picture.tsx';
import type { Asset } from '#lib/schemas/asset.ts';

type AssetPictureProps = {
  asset: Asset;
  sizes: string;
  alt?: string;
  className?: string | undefined;
  /** Of the words that stand in for a picture. */
  wordsClassName?: string | undefined;
};

/** An asset's image, or why there is none: it has none yet, or its file cannot be read. */
export function AssetPicture({ asset, sizes, alt = '', className, wordsClassName }: AssetPictureProps) {
  const { reference_image_url: url } = asset;
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  if (!url || url === brokenUrl)
    return <span className={wordsClassName}>{url ? 'The image cannot be read' : 'No image yet'}</span>;
  return (
    <span style={{ display: 'contents' }} onErrorCapture={() => setBrokenUrl(url)}>
      <Picture url={url} sizes={sizes} alt={alt} hasAlpha={asset.has_alpha} className={className} />
    </span>
  );
}
