'use client';
import { useCallback } from 'react';
import { THUMBNAIL_WIDTHS } from '#lib/schemas/asset.ts';
import classes from './picture.module.css';
import { paintPlaceholder } from './picture-placeholder.ts';

type PictureProps = {
  /** `/api/blobs/<hash>`, with or without a width. */
  url: string;
  /** Pixels or CSS length it is drawn at; the browser picks the thumbnail by it. */
  sizes: string;
  alt?: string;
  /** Stands on a tile of its own where it is transparent. */
  hasAlpha?: boolean;
  className?: string | undefined;
  /** ThumbHash of the image, base64: painted until the image is there. */
  placeholder?: string | null | undefined;
};

/** An image of the store, whole, at the thumbnail width the screen needs. */
export function Picture({ url, sizes, alt = '', hasAlpha = false, className, placeholder }: PictureProps) {
  const path = url.split('?')[0];
  // A tile that the smallest thumbnail fills twice over needs no choice: of those a library shows hundreds.
  const isSmall = Number.parseFloat(sizes) * 2 <= THUMBNAIL_WIDTHS[0] && sizes.endsWith('px');
  // By hand and not by state: a list of a thousand images is not drawn again for each that arrives.
  const paint = useCallback(
    (image: HTMLImageElement | null) => {
      if (image && placeholder) paintPlaceholder(image, placeholder);
    },
    [placeholder],
  );
  return (
    <img
      ref={paint}
      {...(isSmall
        ? { src: `${path}?w=${THUMBNAIL_WIDTHS[0]}` }
        : {
            src: `${path}?w=640`,
            srcSet: THUMBNAIL_WIDTHS.map((width) => `${path}?w=${width} ${width}w`).join(', '),
            sizes,
          })}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      data-alpha={hasAlpha || undefined}
      className={className ? `${classes.picture} ${className}` : classes.picture}
    />
  );
}
