import { Button, Progress } from '@mantine/core';
import { IconPhotoOff, IconRefresh, IconReplace } from '@tabler/icons-react';
import { useRef } from 'react';
import type { UploadItem } from '#lib/client/upload-queue.ts';
import { IMAGE_MEDIA_TYPES } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';
import parts from './parts.module.css';
import sources from './sources.module.css';
import { percentOf, sentWords } from './upload-words.ts';

/** A file on its way, or one that did not make it and says why. */
export function UploadRow({ item }: { item: UploadItem }) {
  const { uploads, addFiles } = useCreator();
  const other = useRef<HTMLInputElement>(null);
  const isFailed = item.phase === 'failed';
  return (
    <li className={sources.uploadRow} data-failed={isFailed || undefined}>
      <span className={sources.rowThumb} data-state={isFailed ? 'failed' : 'uploading'}>
        {item.preview && !isFailed ? (
          <img src={item.preview.url} alt="" />
        ) : (
          isFailed && <IconPhotoOff size={18} aria-hidden color="var(--vp-err)" />
        )}
      </span>
      <div className={parts.rowText}>
        <span className={parts.rowName}>{isFailed ? item.file.name : item.name}</span>
        {isFailed ? (
          <>
            <span className={parts.rowError} role="alert">
              {item.error}
            </span>
            <span className={parts.rowButtons}>
              {item.canRetry ? (
                <Button
                  size="compact-sm"
                  leftSection={<IconRefresh size={16} />}
                  onClick={() => uploads.uploader.retry(item.key)}
                >
                  Retry
                </Button>
              ) : (
                <Button
                  size="compact-sm"
                  leftSection={<IconReplace size={16} />}
                  onClick={() => other.current?.click()}
                >
                  Replace
                </Button>
              )}
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => uploads.uploader.remove(item.key)}
                aria-label={`Remove ${item.file.name}`}
              >
                Remove
              </Button>
              <input
                ref={other}
                type="file"
                hidden
                accept={IMAGE_MEDIA_TYPES.join()}
                aria-label={`Another file instead of ${item.file.name}`}
                onChange={(event) => {
                  const { files } = event.currentTarget;
                  if (!files?.length) return;
                  uploads.uploader.remove(item.key);
                  addFiles.add([...files]);
                }}
              />
            </span>
          </>
        ) : (
          <>
            <Progress
              value={percentOf(item)}
              aria-label={`Uploading ${item.name}`}
              className={sources.rowProgress}
            />
            <span className={parts.meta}>{sentWords(item)}</span>
          </>
        )}
      </div>
    </li>
  );
}
