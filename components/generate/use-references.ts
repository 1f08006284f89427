import { useCallback, useState } from 'react';
import type { Asset } from '#lib/schemas/asset.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import type { ReferenceSource } from './references-panel.tsx';
import { useFormFiles } from './use-form-files.ts';
import { useQuickImages } from './use-quick-images.ts';

const NONE: Asset[] = [];

/**
 * What the film is made from: the chosen manifest, or images dropped into the form. Images that come while a manifest
 * is chosen are offered in its place, never taken silently.
 */
export function useReferences(chosen: ManifestDetail | null) {
  const quick = useQuickImages();
  const [source, setSource] = useState<ReferenceSource>('manifest');
  const [offered, setOffered] = useState<File[]>([]);
  const isUpload = source === 'upload';
  const { add } = quick;
  const hasManifest = !isUpload && chosen !== null;
  const onFiles = useCallback(
    (files: File[]) => {
      if (hasManifest) return setOffered(files);
      setSource('upload');
      add(files);
    },
    [hasManifest, add],
  );
  const dragged = useFormFiles(onFiles);
  const manifest = isUpload ? null : chosen;
  return {
    source,
    manifest,
    /** Those that are sent with the film; null: a manifest, or nothing, is. */
    images: isUpload && quick.items.length > 0 ? quick : null,
    assets: isUpload ? quick.assets : (manifest?.assets ?? NONE),
    /** What the references are called in a sentence; null: there are none. */
    name: isUpload ? (quick.assets.length > 0 ? 'your images' : null) : (manifest?.name ?? null),
    /** Files over the page right now. */
    dragged,
    panel: {
      source,
      onSource: (next: ReferenceSource) => {
        setSource(next);
        setOffered([]);
      },
      images: quick,
      offer:
        offered.length > 0 && chosen && !isUpload
          ? {
              count: offered.length,
              manifestName: chosen.name,
              onTake: () => {
                setSource('upload');
                add(offered);
                setOffered([]);
              },
              onLeave: () => setOffered([]),
            }
          : null,
    },
  };
}
