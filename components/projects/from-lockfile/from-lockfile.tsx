'use client';
import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import { useBundleDrop } from '#components/manifests/import/use-bundle-drop.ts';

const DropHint = dynamic(
  () => import('#components/manifests/import/drop-hint.tsx').then((file) => file.DropHint),
  {
    ssr: false,
  },
);
const FromLockfileDialog = dynamic(
  () => import('./from-lockfile-dialog.tsx').then((file) => file.FromLockfileDialog),
  { ssr: false },
);

/** Films of other installations come in by this button, or dropped anywhere on the page. */
export function FromLockfile() {
  const [dropped, setDropped] = useState<File[] | null>(null);
  const onDrop = useCallback((file: File) => setDropped([file]), []);
  const isOver = useBundleDrop(onDrop, dropped === null);
  return (
    <>
      <Button leftSection={<IconFileImport size={16} />} onClick={() => setDropped([])}>
        Make from lockfile
      </Button>
      {isOver && <DropHint text="Drop a lockfile or a .film.zip to make its film" />}
      {dropped && <FromLockfileDialog dropped={dropped} onClose={() => setDropped(null)} />}
    </>
  );
}
