'use client';
import { Dropzone } from '@mantine/dropzone';
import { useEffect, useState } from 'react';
import layout from './creator.module.css';
import { useCreator } from './creator-context.tsx';

/** Images may be dropped anywhere on the page. */
export function DropOverlay() {
  const { addFiles } = useCreator();
  const [count, setCount] = useState(0);

  useEffect(() => {
    const onDragEnter = (event: DragEvent) => {
      const items = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file');
      if (items.length > 0) setCount(items.length);
    };
    window.addEventListener('dragenter', onDragEnter);
    return () => window.removeEventListener('dragenter', onDragEnter);
  }, []);

  return (
    <Dropzone.FullScreen
      active
      withinPortal={false}
      // Every file is taken in, so that a wrong one can say why in the list.
      onDrop={addFiles.add}
      activateOnKeyboard={false}
      classNames={{ fullScreen: layout.overlay, root: layout.overlayRoot, inner: layout.overlayInner }}
      inputProps={{ 'aria-label': 'Dropped images' }}
    >
      {count === 1 ? 'Drop to add 1 image' : `Drop to add ${count} images`}
    </Dropzone.FullScreen>
  );
}
