'use client';
import { Button, SegmentedControl } from '@mantine/core';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import classes from './generate.module.css';
import type { QuickImages } from './use-quick-images.ts';

const QuickUpload = dynamic(() => import('./quick-upload.tsx').then((file) => file.QuickUpload), {
  ssr: false,
});

export type ReferenceSource = 'manifest' | 'upload';

type Props = {
  source: ReferenceSource;
  onSource: (source: ReferenceSource) => void;
  images: QuickImages;
  /** Files that were dropped while a manifest is chosen. */
  offer: { count: number; manifestName: string; onTake: () => void; onLeave: () => void } | null;
  /** The manifest's card. */
  children: ReactNode;
};

/** What the film is made from: a manifest of the library, or images dropped right here. */
export function ReferencesPanel({ source, onSource, images, offer, children }: Props) {
  return (
    <section aria-labelledby="references-title">
      <div className={classes.sideHeader}>
        <h2 id="references-title">References</h2>
        <SegmentedControl
          aria-label="References from"
          data={[
            { value: 'manifest', label: 'Manifest' },
            { value: 'upload', label: 'Quick upload' },
          ]}
          value={source}
          onChange={(value) => onSource(value as ReferenceSource)}
        />
      </div>
      {offer && (
        <div className={classes.offer} role="alert">
          <p>
            Use {offer.count === 1 ? 'this image' : `these ${offer.count} images`} instead of{' '}
            {offer.manifestName}? The manifest itself stays as it is.
          </p>
          <span>
            <Button size="xs" onClick={offer.onTake}>
              Use the {offer.count === 1 ? 'image' : 'images'}
            </Button>
            <Button size="xs" variant="subtle" onClick={offer.onLeave}>
              Keep {offer.manifestName}
            </Button>
          </span>
        </div>
      )}
      {source === 'upload' ? (
        <div className={classes.card}>
          <QuickUpload images={images} />
        </div>
      ) : (
        children
      )}
    </section>
  );
}
