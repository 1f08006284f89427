'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { type Overlay, showOverlay, useOverlay } from '#lib/client/overlay.ts';
import { useGlobalKeys } from './use-global-keys.ts';

const CommandPalette = dynamic(
  () => import('#components/palette/command-palette.tsx').then((file) => file.CommandPalette),
  { ssr: false },
);
const ShortcutSheet = dynamic(() => import('./shortcut-sheet.tsx').then((file) => file.ShortcutSheet), {
  ssr: false,
});

const close = () => showOverlay(null);

/** The palette and the shortcuts, over any page; each is loaded when it is first opened. */
export function Overlays() {
  useGlobalKeys();
  const overlay = useOverlay();
  const [loaded, setLoaded] = useState<Overlay[]>([]);
  if (overlay && !loaded.includes(overlay)) setLoaded([...loaded, overlay]);
  return (
    <>
      {loaded.includes('palette') && <CommandPalette opened={overlay === 'palette'} onClose={close} />}
      {loaded.includes('shortcuts') && <ShortcutSheet opened={overlay === 'shortcuts'} onClose={close} />}
    </>
  );
}
