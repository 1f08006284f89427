import { ActionIcon, Button } from '@mantine/core';
import { IconRefresh, IconReplace, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Asset } from '#lib/schemas/asset.ts';
import { IMAGE_MEDIA_TYPES } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';
import details from './details.module.css';
import parts from './parts.module.css';
import { useReplacement } from './use-replacement.ts';

/** Replace, mark and delete one image. */
export function AssetButtons({ asset }: { asset: Asset }) {
  const { changeAsset, deleteAssets } = useCreator();
  return (
    <div className={details.assetButtons}>
      <ReplaceImage asset={asset} />
      <Button
        variant="subtle"
        color="gray"
        aria-pressed={asset.is_primary}
        leftSection={
          asset.is_primary ? <IconStarFilled size={18} color="var(--vp-accink)" /> : <IconStar size={18} />
        }
        onClick={() => changeAsset(asset.asset_id, { is_primary: !asset.is_primary }, { now: true })}
      >
        Primary
      </Button>
      <span className={parts.spring} />
      <ActionIcon aria-label={`Delete ${asset.name}`} onClick={() => deleteAssets([asset.asset_id])}>
        <IconTrash size={18} />
      </ActionIcon>
    </div>
  );
}

export function ReplaceImage({ asset }: { asset: Asset }) {
  const { addFiles, uploads } = useCreator();
  const input = useRef<HTMLInputElement>(null);
  const replacement = useReplacement(asset.asset_id);
  return (
    <>
      <Button
        leftSection={<IconReplace size={18} />}
        loading={replacement?.phase === 'uploading'}
        onClick={() => input.current?.click()}
      >
        Replace image
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={IMAGE_MEDIA_TYPES.join()}
        aria-label={`New image for ${asset.name}`}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (!file) return;
          if (replacement) uploads.uploader.remove(replacement.key);
          addFiles.replace(asset.asset_id, file, asset.name, asset.asset_type);
        }}
      />
    </>
  );
}

export function AnalyseAgain({ asset, subtle = false }: { asset: Asset; subtle?: boolean }) {
  const { analysis, manifest } = useCreator();
  return (
    <Button
      variant={subtle ? 'subtle' : 'default'}
      color="gray"
      leftSection={<IconRefresh size={18} />}
      disabled={manifest.status === 'PROCESSING' || asset.reference_image_url === null}
      loading={analysis.isBusy}
      onClick={() => analysis.again(asset.asset_id)}
    >
      Analyse again
    </Button>
  );
}
