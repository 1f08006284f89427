import { THUMBNAIL_WIDTHS } from '#lib/schemas/asset.ts';
import classes from './picture.module.css';

type PictureProps = {
  /** `/api/blobs/<hash>`, with or without a width. */
  url: string;
  /** Pixels or CSS length it is drawn at; the browser picks the thumbnail by it. */
  sizes: string;
  alt?: string;
  /** Stands on a tile of its own where it is transparent. */
  hasAlpha?: boolean;
  className?: string | undefined;
};

/** An image of the store, whole, at the thumbnail width the screen needs. */
export function Picture({ url, sizes, alt = '', hasAlpha = false, className }: PictureProps) {
  const path = url.split('?')[0];
  return (
    <img
      src={`${path}?w=640`}
      srcSet={THUMBNAIL_WIDTHS.map((width) => `${path}?w=${width} ${width}w`).join(', ')}
      sizes={sizes}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      data-alpha={hasAlpha || undefined}
      className={className ? `${classes.picture} ${className}` : classes.picture}
    />
  );
}
