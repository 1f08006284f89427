import { ActionIcon, Button, Kbd, NativeSelect, TextInput } from '@mantine/core';
import { IconAlertCircle, IconArrowDown, IconArrowUp, IconPhotoPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { usePasteImages } from '#components/manifests/creator/use-paste-images.ts';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import { TYPE_ORDER, TYPE_WORDS } from '#components/manifests/type-words.ts';
import { type QuickImageItem, quickTags } from '#lib/client/quick-images.ts';
import { ASSET_LIMITS, type AssetType, IMAGE_MEDIA_TYPES } from '#lib/schemas/asset.ts';
import { PROJECT_LIMITS } from '#lib/schemas/project.ts';
import generate from './generate.module.css';
import classes from './quick-upload.module.css';
import type { QuickImages } from './use-quick-images.ts';

const TYPES = TYPE_ORDER.map((type) => ({ value: type, label: TYPE_WORDS[type].one }));

/** The images that stand in for a manifest: named, typed and ordered before they are sent. */
export function QuickUpload({ images }: { images: QuickImages }) {
  const { items } = images;
  const tags = quickTags(items);
  const paste = usePasteImages(images.add);
  if (items.length === 0)
    return (
      <div className={generate.noManifest}>
        <IconPhotoPlus size={20} aria-hidden />
        <p>
          Drop images anywhere on this page. They become a manifest of this film, analysed as its first stage.
        </p>
        <span>
          <ChooseImages onFiles={images.add} />
          <Button size="xs" variant="subtle" onClick={paste} rightSection={<Kbd size="xs">Ctrl V</Kbd>}>
            Paste
          </Button>
        </span>
        <p className={generate.quiet}>PNG, JPEG or WebP, up to 10 MB each</p>
      </div>
    );
  return (
    <div className={classes.box}>
      <ol className={classes.list} aria-label="Images">
        {items.map((item, index) => (
          <ImageRow
            key={item.id}
            item={item}
            tag={tags.get(item.id) ?? null}
            isFirst={index === 0}
            isLast={index === items.length - 1}
            images={images}
          />
        ))}
      </ol>
      <div className={classes.foot}>
        <span className={generate.quiet}>
          {tags.size} of {PROJECT_LIMITS.quickUploadImages} images
        </span>
        <ChooseImages onFiles={images.add} />
      </div>
    </div>
  );
}

type RowProps = {
  item: QuickImageItem;
  tag: string | null;
  isFirst: boolean;
  isLast: boolean;
  images: QuickImages;
};

function ImageRow({ item, tag, isFirst, isLast, images }: RowProps) {
  const { id, name, type, url, problem, file } = item;
  const what = name || file.name || 'image';
  return (
    <li className={classes.row} data-failed={problem !== null || undefined}>
      <span className={classes.well}>
        {url ? (
          <img src={url} alt="" draggable={false} />
        ) : (
          problem && <IconAlertCircle size={18} aria-hidden />
        )}
      </span>
      {problem === null ? (
        <span className={classes.fields}>
          <TextInput
            aria-label={`Name of ${file.name || 'image'}`}
            size="xs"
            value={name}
            maxLength={ASSET_LIMITS.name}
            placeholder="Untitled"
            onChange={(event) => images.rename(id, event.currentTarget.value)}
          />
          <span className={classes.typeLine}>
            <NativeSelect
              aria-label={`Type of ${what}`}
              size="xs"
              data={TYPES}
              value={type}
              onChange={(event) => images.setType(id, event.currentTarget.value as AssetType)}
            />
            {tag && <TagChip tag={tag} type={type} />}
          </span>
        </span>
      ) : (
        <span className={classes.problem} role="alert">
          <b>{file.name || 'Image'}</b>
          {problem}
        </span>
      )}
      <span className={classes.actions}>
        {problem === null && (
          <>
            <ActionIcon aria-label={`Move ${what} up`} disabled={isFirst} onClick={() => images.move(id, -1)}>
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon aria-label={`Move ${what} down`} disabled={isLast} onClick={() => images.move(id, 1)}>
              <IconArrowDown size={16} />
            </ActionIcon>
          </>
        )}
        <ActionIcon aria-label={`Remove ${what}`} onClick={() => images.remove(id)}>
          <IconX size={16} />
        </ActionIcon>
      </span>
    </li>
  );
}

function ChooseImages({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="xs" onClick={() => input.current?.click()}>
        Choose images
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={IMAGE_MEDIA_TYPES.join()}
        aria-label="Image files"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be picked again after it was removed.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
