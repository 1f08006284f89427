import type { Readable } from 'node:stream';
import type { BlobStore } from '../blobs/store.ts';
import { type BundleImage, imageFileName } from '../schemas/bundle.ts';
import { zipFiles } from './zip-files.ts';

export type BundleStream = { stream: Readable; sizeBytes: number };

/** Streams a bundle: `manifest.json`, then the images in their order from the store, one at a time. */
export const writeBundle = (
  json: Uint8Array,
  images: BundleImage[],
  blobs: Pick<BlobStore, 'stream'>,
): Promise<BundleStream> =>
  zipFiles(
    [
      { name: 'manifest.json', bytes: json },
      ...images.map((image) => ({ name: imageFileName(image), hash: image.sha256, size: image.size })),
    ],
    blobs,
  );
