'use client';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { ComparedAsset } from '#components/manifests/view/compared-asset.tsx';
import { Link } from '#components/ui/link.tsx';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import { touchWords } from '#lib/projects/fork-words.ts';
import type { SnapshotAnswer } from '#lib/schemas/project.ts';
import { changeWords } from './change-words.ts';
import { comparedAssets } from './compared-assets.ts';
import classes from './snapshot.module.css';

/** Assets drawn at once. */
const SHOWN = 50;

type DifferencesDialogProps = {
  answer: SnapshotAnswer;
  /** A quick upload has no page until it is saved to the library. */
  isInLibrary: boolean;
  onClose: () => void;
};

/** Every asset that is another one in the library now, in full: images, texts, and the scenes it touches. */
export function DifferencesDialog({ answer, isInLibrary, onClose }: DifferencesDialogProps) {
  useReturnFocus();
  const [count, setCount] = useState(SHOWN);
  const { diff, version, manifest_id, snapshot } = answer;
  const live = diff?.live_version ?? null;
  if (!diff || live === null) return null;
  const compared = comparedAssets(answer);
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1120px, 96vw)"
      title={`${snapshot.manifest.name}, v${version} of this film and v${live} now`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ body: classes.differences }}
    >
      <p className={classes.summary}>
        {changeWords(diff, snapshot.assets.length)}{' '}
        {isInLibrary && (
          <Link href={`/manifests/${manifest_id}?compare=v${version}..v${live}`} className={classes.link}>
            Compare the versions in the library
          </Link>
        )}
      </p>
      {compared.slice(0, count).map((asset) => (
        <div key={asset.tag}>
          <ComparedAsset compared={asset} versions={{ from: version, to: live }} />
          {asset.kind !== 'added' && <p className={classes.touched}>{touchWords(asset.touched)}</p>}
        </div>
      ))}
      {compared.length > count && (
        <Button onClick={() => setCount(count + SHOWN)}>{compared.length - count} more</Button>
      )}
    </Modal>
  );
}
