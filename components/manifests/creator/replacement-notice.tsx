import { ActionIcon, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Asset } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';
import parts from './parts.module.css';
import { percentOf } from './upload-words.ts';
import { useReplacement } from './use-replacement.ts';

/** How the new image of an asset is getting on, or why it was refused; the old one stays until it is there. */
export function ReplacementNotice({ asset }: { asset: Asset }) {
  const { uploads } = useCreator();
  const replacement = useReplacement(asset.asset_id);
  if (!replacement) return null;
  if (replacement.phase === 'failed') {
    return (
      <div className={parts.failureCard} role="alert">
        <span>{replacement.error} The image was not replaced.</span>
        <ActionIcon aria-label="Dismiss" onClick={() => uploads.uploader.remove(replacement.key)}>
          <IconX size={16} />
        </ActionIcon>
      </div>
    );
  }
  return <Progress value={percentOf(replacement)} aria-label="Replacing the image" />;
}
