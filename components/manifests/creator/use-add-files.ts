'use client';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef } from 'react';
import { nameFromFile, typeFromFile } from '#lib/assets/file-name.ts';
import type { Uploader } from '#lib/client/uploader.ts';
import type { AssetType } from '#lib/schemas/asset.ts';
import { leaveOutClutter } from './folder-files.ts';

/** Browsers call every pasted picture "image.png". */
const named = (file: File) =>
  file.name === 'image.png' ? new File([file], 'Pasted image.png', { type: file.type }) : file;

/** Takes files from a drop, the picker, a folder or the clipboard and sends them on their way. */
export function useAddFiles(uploader: Uploader, onAdded: () => void) {
  const lastType = useRef<AssetType>('CHARACTER');
  const added = useRef(onAdded);
  useEffect(() => {
    added.current = onAdded;
  });

  const addFiles = useCallback(
    (dropped: File[]) => {
      const { files, leftOut } = leaveOutClutter(dropped);
      if (leftOut > 0) {
        const what =
          leftOut === 1 ? '1 file that is not an image was' : `${leftOut} files that are not images were`;
        notifications.show({ message: `${what} left out of the folder.` });
      }
      if (files.length === 0) return;
      uploader.add(
        files.map((file) => ({
          file,
          name: nameFromFile(file.name),
          assetType: typeFromFile(file.name) ?? lastType.current,
          replaces: null,
        })),
      );
      added.current();
    },
    [uploader],
  );

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      addFiles(files.map(named));
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [addFiles]);

  return {
    add: addFiles,
    /** Replaces the image of an asset; tag, name and texts stay. */
    replace: (assetId: string, file: File, name: string, assetType: AssetType) =>
      uploader.add([{ file, name, assetType, replaces: assetId }]),
    /** What a file without a telling name becomes. */
    rememberType: (type: AssetType) => {
      lastType.current = type;
    },
  };
}
