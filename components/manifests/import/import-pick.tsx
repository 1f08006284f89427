import { Button, Progress } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconAlertCircle, IconFileZip, IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { detailOf } from '#lib/client/http.ts';
import classes from './import.module.css';
import type { useImportBundle } from './use-import-bundle.tsx';

type ImportPickProps = { bundle: ReturnType<typeof useImportBundle> };

/** The file: to be chosen, on its way, refused, or chosen. */
export function ImportPick({
  bundle: { file, items, error, isBusy, isImporting, sent, open },
}: ImportPickProps) {
  const openPicker = useRef<() => void>(null);
  return (
    <>
      <Dropzone
        onDrop={([chosen]) => chosen && open(chosen)}
        openRef={openPicker}
        multiple={false}
        disabled={isBusy}
        activateOnClick={false}
        activateOnKeyboard={false}
        inputProps={{ 'aria-label': 'Bundle', accept: '.zip,application/zip' }}
        className={classes.drop}
        data-compact={file ? true : undefined}
      >
        <div className={classes.dropInner}>
          {file ? <IconFileZip size={18} aria-hidden /> : <IconUpload size={18} aria-hidden />}
          <div className={classes.dropText}>
            <div className={classes.dropTitle}>{file ? file.name : 'Drop a .manifest.zip'}</div>
            <div className={classes.meta}>
              {file ? sizeWords(file.size) : 'Manifests that were exported here or from another vidpipe'}
            </div>
          </div>
          <Button size="compact-sm" onClick={() => openPicker.current?.()} disabled={isBusy}>
            {file ? 'Choose another' : 'Choose a file'}
          </Button>
        </div>
      </Dropzone>
      {isBusy && (
        <div className={classes.progress} role="status">
          <Progress value={sent * 100} aria-label="Sent" />
          <span>{progressWords(sent, isImporting)}</span>
        </div>
      )}
      {error && !isBusy && (
        <div role="alert" className={classes.error}>
          <IconAlertCircle size={16} aria-hidden />
          <span>
            {detailOf(error)} {items === null && 'Nothing was imported.'}
          </span>
        </div>
      )}
    </>
  );
}

function progressWords(sent: number, isImporting: boolean): string {
  if (sent < 1) return `Sending ${Math.floor(sent * 100)} %`;
  return isImporting ? 'Taking the images in' : 'Looking into the bundle';
}

const MEGA = 1024 * 1024;
const sizeWords = (bytes: number) =>
  bytes < MEGA ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / MEGA).toFixed(1)} MB`;
