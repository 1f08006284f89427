import { IconPhotoOff } from '@tabler/icons-react';
import { TypeIcon } from '#components/manifests/type-icon.tsx';
import type { UploadItem } from '#lib/client/upload-queue.ts';
import canvas from './canvas.module.css';
import { SendingMark } from './sheet-tile.tsx';
import { percentOf } from './upload-words.ts';

/** A picture on its way, or the place of one that failed. The list of sources says more. */
export function UploadTile({ item, width, height }: { item: UploadItem; width: number; height: number }) {
  if (item.phase === 'failed') {
    return (
      <li className={canvas.tile} style={{ width }}>
        <div className={canvas.tileRefused} style={{ height }}>
          <IconPhotoOff size={24} color="var(--vp-err)" aria-hidden />
          <span>{item.error}</span>
        </div>
        <div className={canvas.edgePrint}>
          <span className={canvas.edgeName}>{item.file.name}</span>
        </div>
      </li>
    );
  }
  return (
    <li className={canvas.tile} style={{ width }}>
      <div className={canvas.tilePicture} style={{ height }} data-state="uploading">
        {item.preview && <img src={item.preview.url} alt="" draggable={false} />}
        <SendingMark percent={percentOf(item)} />
      </div>
      <div className={canvas.edgePrint}>
        <TypeIcon type={item.assetType} size={14} />
        <span className={canvas.edgeName}>{item.name}</span>
      </div>
    </li>
  );
}
