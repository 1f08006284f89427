'use client';
import { notifications } from '@mantine/notifications';

/** Reads the images of the clipboard, for a button. (Ctrl+V itself needs no permission and is heard by the page.) */
export function usePasteImages(onFiles: (files: File[]) => void): () => Promise<void> {
  return async () => {
    try {
      const items = await navigator.clipboard.read();
      const files: File[] = [];
      for (const item of items) {
        const type = item.types.find((each) => each.startsWith('image/'));
        if (!type) continue;
        files.push(new File([await item.getType(type)], `Pasted image.${type.split('/')[1]}`, { type }));
      }
      if (files.length > 0) onFiles(files);
      else notifications.show({ message: 'There is no image in the clipboard.' });
    } catch {
      notifications.show({
        message: 'The browser does not let this page read the clipboard. Press Ctrl V instead.',
      });
    }
  };
}
