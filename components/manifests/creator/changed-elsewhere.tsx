'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useCreator } from './creator-context.tsx';

const ChangedElsewhereDialog = dynamic(
  () => import('./changed-elsewhere-dialog.tsx').then((file) => file.ChangedElsewhereDialog),
  { ssr: false },
);

/** Asks what to keep as soon as a field turns out to be changed elsewhere too; put away, it can be asked for again. */
export function ChangedElsewhere() {
  const { saves, isComparing, setIsComparing } = useCreator();
  const open = [...saves.conflicts.map(({ key, field }) => `${key}.${field}`), ...saves.gone].join();
  const [asked, setAsked] = useState('');

  if (open !== asked) {
    setAsked(open);
    if (open.length > asked.length) setIsComparing(true);
  }
  useEffect(() => {
    if (!open) return;
    // Another page would forget what is not decided; a link asks first.
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]:not([download])') : null;
      if (!link || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      setIsComparing(true);
    };
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, [open, setIsComparing]);

  // Kept for its closing animation; loaded when it is needed first.
  const [isNeeded, setIsNeeded] = useState(false);
  useEffect(() => {
    if (open) setIsNeeded(true);
  }, [open]);

  if (!isNeeded) return null;
  return <ChangedElsewhereDialog opened={isComparing && open !== ''} onClose={() => setIsComparing(false)} />;
}
