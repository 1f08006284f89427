import { ActionIcon, Button, Kbd, Text, Tooltip } from '@mantine/core';
import { IconFolder, IconUpload } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { IMAGE_MEDIA_TYPES } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';
import parts from './parts.module.css';
import sources from './sources.module.css';
import { usePasteImages } from './use-paste-images.ts';

/** Known to every browser, but not to React's types. */
const FOLDER = { webkitdirectory: '' };

/** Where images come in. Dropping works on the whole page; here are the ways without a mouse. */
export function DropZone() {
  const { addFiles } = useCreator();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const paste = usePasteImages(addFiles.add);

  const take = (input: HTMLInputElement) => {
    addFiles.add([...(input.files ?? [])]);
    // The same file may be picked again after it was removed.
    input.value = '';
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once: files chosen before the page came alive
  useEffect(() => {
    for (const { current } of [files, folder]) if (current?.files?.length) take(current);
  }, []);

  return (
    <div className={sources.dropZone}>
      <IconUpload size={18} aria-hidden className={sources.dropIcon} />
      <div className={sources.dropText}>
        <Text fz={13} lh="18px" fw={500}>
          Drop images or a folder
        </Text>
        <span className={parts.meta}>PNG, JPEG, WebP, up to 10 MB each</span>
        <div className={sources.dropButtons}>
          <Button size="compact-sm" className={sources.choose} onClick={() => files.current?.click()}>
            Choose files
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={paste}
            rightSection={<Kbd className={sources.pasteKey}>Ctrl V</Kbd>}
          >
            Paste
          </Button>
        </div>
      </div>
      <Tooltip label="Choose a folder">
        <ActionIcon
          className={sources.chooseFolder}
          aria-label="Choose a folder"
          onClick={() => folder.current?.click()}
        >
          <IconFolder size={18} />
        </ActionIcon>
      </Tooltip>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={IMAGE_MEDIA_TYPES.join()}
        aria-label="Image files"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        {...FOLDER}
        aria-label="Folder of images"
        onChange={(event) => take(event.currentTarget)}
      />
    </div>
  );
}
