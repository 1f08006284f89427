'use client';
import { Button, Group, Modal, Progress } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconAlertCircle, IconFileCode, IconUpload } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import { detailOf } from '#lib/client/http.ts';
import classes from './from-lockfile.module.css';
import { LockfileSummary } from './lockfile-summary.tsx';
import { useFromLockfile } from './use-from-lockfile.ts';

/** Choose a lockfile or a bundle, see which film it is, make it. */
export function FromLockfileDialog({ dropped, onClose }: { dropped: File[]; onClose: () => void }) {
  useReturnFocus();
  const { files, preview, error, isBusy, isMaking, sent, add, start } = useFromLockfile(onClose);
  const openPicker = useRef<() => void>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the files the dialog was opened with
  useEffect(() => {
    if (dropped.length > 0) add(dropped);
  }, [dropped]);
  const names = [files.lockfile, files.bundle].flatMap((file) => file?.name ?? []).join(', ');
  const missing = preview ? preview.files.needed - preview.files.here : 0;
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title="Make from a lockfile"
      closeButtonProps={{ 'aria-label': 'Close' }}
      closeOnEscape={!isMaking}
      closeOnClickOutside={!isMaking}
      withCloseButton={!isMaking}
    >
      <Dropzone
        onDrop={add}
        openRef={openPicker}
        disabled={isBusy}
        activateOnClick={false}
        activateOnKeyboard={false}
        inputProps={{
          'aria-label': 'Lockfile or bundle',
          accept: '.json,.zip,application/json,application/zip',
        }}
        className={classes.drop}
        data-compact={names ? true : undefined}
      >
        <div className={classes.dropInner}>
          {names ? <IconFileCode size={18} aria-hidden /> : <IconUpload size={18} aria-hidden />}
          <div className={classes.dropText}>
            <div className={classes.dropTitle}>{names || 'Drop a lockfile or a .film.zip'}</div>
            {!names && <div className={classes.meta}>The bundle has the images with it</div>}
          </div>
          <Button size="compact-sm" onClick={() => openPicker.current?.()} disabled={isBusy}>
            {missing > 0 ? 'Add the bundle' : names ? 'Choose another' : 'Choose files'}
          </Button>
        </div>
      </Dropzone>
      {isBusy && (
        <div className={classes.progress} role="status">
          <Progress value={sent * 100} aria-label="Sent" />
          <span>{sent < 1 ? `Sending ${Math.floor(sent * 100)} %` : 'Looking into it'}</span>
        </div>
      )}
      {error && !isBusy && (
        <div role="alert" className={classes.error}>
          <IconAlertCircle size={16} aria-hidden />
          <span>{detailOf(error)}</span>
        </div>
      )}
      {preview && !preview.findings.some((f) => f.code === 'engine-missing') && (
        <LockfileSummary preview={preview} />
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        {!isMaking && (
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
        )}
        {preview && (
          <Button variant="filled" onClick={start} disabled={isBusy || missing > 0}>
            {isMaking ? 'Starting' : `Make ${preview.scenes} ${preview.scenes === 1 ? 'scene' : 'scenes'}`}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
