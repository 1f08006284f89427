'use client';
import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import { useBundleDrop } from './use-bundle-drop.ts';

const DropHint = dynamic(() => import('./drop-hint.tsx').then((file) => file.DropHint), { ssr: false });
const ImportDialog = dynamic(() => import('./import-dialog.tsx').then((file) => file.ImportDialog), {
  ssr: false,
});

/** Bundles come in by the menu or dropped anywhere on the library. */
export function LibraryImport({ isOpen, onChange }: { isOpen: boolean; onChange: (open: boolean) => void }) {
  const [dropped, setDropped] = useState<File | null>(null);
  const onDrop = useCallback(
    (file: File) => {
      setDropped(file);
      onChange(true);
    },
    [onChange],
  );
  const isOver = useBundleDrop(onDrop, !isOpen);
  return (
    <>
      {isOver && <DropHint />}
      {isOpen && (
        <ImportDialog
          dropped={dropped}
          onClose={() => {
            setDropped(null);
            onChange(false);
          }}
        />
      )}
    </>
  );
}
