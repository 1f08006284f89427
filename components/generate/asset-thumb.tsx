import { Picture } from '#components/ui/picture.tsx';
import type { Asset } from '#lib/schemas/asset.ts';

/** An asset's image, of the store or still in this browser. */
export function AssetThumb({ asset, sizes }: { asset: Asset; sizes: string }) {
  const url = asset.thumbnail_url;
  if (!url) return null;
  if (url.startsWith('blob:'))
    return <img src={url} alt="" draggable={false} style={{ objectFit: 'contain' }} />;
  return <Picture url={url} sizes={sizes} hasAlpha={asset.has_alpha} placeholder={asset.placeholder} />;
}
