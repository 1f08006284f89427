'use client';
import { useEffect, useRef, useState } from 'react';
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
  const frame = useRef<HTMLSpanElement>(null);
  // By hand, because a picture of the first paint may have failed before React listened.
  useEffect(() => {
    const element = frame.current;
    const fail = () => setBrokenUrl(url);
    const image = element?.querySelector('img');
    if (image?.complete && image.naturalWidth === 0) fail();
    // An error of an image does not bubble; its parents see it on the way down.
    element?.addEventListener('error', fail, true);
    return () => element?.removeEventListener('error', fail, true);
  }, [url]);
  if (!url || url === brokenUrl)
    return <span className={wordsClassName}>{url ? 'The image cannot be read' : 'No image yet'}</span>;
  return (
    <span ref={frame} style={{ display: 'contents' }}>
      <Picture url={url} sizes={sizes} alt={alt} hasAlpha={asset.has_alpha} className={className} />
    </span>
  );
}
