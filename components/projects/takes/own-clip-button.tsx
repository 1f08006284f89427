import { Button } from '@mantine/core';
import { IconMovie } from '@tabler/icons-react';
import { useRef } from 'react';
import { showProblem } from '#components/ui/show-undo.tsx';
import { checkOwnClip, type SceneOfFilm, uploadOwnClip } from '#lib/client/upload-own.ts';
import { useOwnUpload } from '#lib/client/use-own-upload.ts';
import type { Fit } from '#lib/schemas/take-values.ts';
import classes from './takes.module.css';

type Props = { scene: SceneOfFilm; sceneNumber: number; fit: Fit; isRunning: boolean };

/** A clip of one's own as a take: the film uses it as soon as it is in the film's form. */
export function OwnClipButton({ scene, sceneNumber, fit, isRunning }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const { share, start } = useOwnUpload({
    check: checkOwnClip,
    send: (ports) => uploadOwnClip(scene, ports),
    onDone: () => {},
    onProblem: showProblem,
  });
  return (
    <>
      <Button
        size="compact-sm"
        leftSection={<IconMovie size={14} />}
        disabled={isRunning || share !== null}
        onClick={() => input.current?.click()}
      >
        {share === null ? 'Own clip' : `Uploading ${Math.floor(share * 100)} %`}
      </Button>
      {share !== null && (
        <span
          role="progressbar"
          aria-label="Upload"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(share * 100)}
          className={classes.upload}
        >
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept="video/mp4,video/quicktime,video/webm,.mp4,.mov,.webm"
        aria-label={`Own clip for scene ${sceneNumber}`}
        onChange={(event) => {
          void start(event.currentTarget.files?.[0], fit);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
