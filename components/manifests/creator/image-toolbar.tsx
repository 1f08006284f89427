'use client';
import { Button, Switch } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCrop } from '@tabler/icons-react';
import type { Asset } from '#lib/schemas/asset.ts';
import { AnalyseMore } from './analyse-more.tsx';
import canvas from './canvas.module.css';
import { useCreator } from './creator-context.tsx';
import image from './image.module.css';
import parts from './parts.module.css';
import type { ImageCanvasState } from './use-image-canvas.ts';
import type { Zoom, ZoomControl } from './zoom.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

type Props = { asset: Asset; state: ImageCanvasState; zoom: Zoom; control: ZoomControl };

/** What can be done with the one image: its boxes, a new crop, another analysis, a closer look. */
export function ImageToolbar({ asset, state, zoom, control }: Props) {
  const { step } = useCreator();
  useHotkeys([['b', () => state.setShowBoxes(!state.showBoxes)]]);
  const hasImage = asset.reference_image_url !== null;
  return (
    <>
      {state.boxes.length > 0 && (
        <div className={canvas.deskOnly}>
          <Switch
            size="sm"
            label={
              <>
                Boxes <span className={image.boxCount}>{state.boxes.length}</span>
              </>
            }
            checked={state.showBoxes}
            onChange={(event) => state.setShowBoxes(event.currentTarget.checked)}
          />
        </div>
      )}
      <span className={parts.spring} />
      <div className={image.imageTools}>
        {hasImage && step !== 'process' && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconCrop size={18} />}
            aria-pressed={state.draft?.isDrawn ?? false}
            onClick={() => (state.draft?.isDrawn ? state.dropDraft() : state.drawCrop())}
          >
            New crop
          </Button>
        )}
        {step === 'review' && <AnalyseMore asset={asset} />}
        {hasImage && !state.draft?.isDrawn && <ZoomButtons zoom={zoom} control={control} />}
      </div>
    </>
  );
}
