import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ManifestCreator } from '#components/manifests/creator/manifest-creator.tsx';

export const metadata: Metadata = { title: 'New manifest' };

export default function NewManifestPage() {
  return (
    <Suspense>
      <ManifestCreator manifestId={null} />
    </Suspense>
  );
}
