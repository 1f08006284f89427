'use client';
import { ActionIcon, SegmentedControl, Skeleton, Switch, Text } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { AnalyseAgain } from './asset-buttons.tsx';
import canvas from './canvas.module.css';
import { CanvasSheet } from './canvas-sheet.tsx';
import { useCreator } from './creator-context.tsx';
import { EmptyCanvas } from './empty-canvas.tsx';
import { Filmstrip } from './filmstrip.tsx';
import { ImageZoom, OneImage, type Zoom } from './one-image.tsx';
import parts from './parts.module.css';
import { ProcessSummary } from './process-summary.tsx';
import type { View } from './use-creator-url.ts';

const VIEW_DATA: { value: View; label: string }[] = [
  { value: 'sheet', label: 'Contact sheet' },
  { value: 'image', label: 'One image' },
];
const ZOOMS = [50, 75, 100, 150, 200];

/** The light table: all images, or one of them large. */
export function CanvasPanel() {
  const { assets, uploads, view, setView, selection, step, isLoading } = useCreator();
  const [zoom, setZoom] = useState(100);
  const [imageZoom, setImageZoom] = useState<Zoom>('fit');
  const [showCrop, setShowCrop] = useState(true);
  const isEmpty = assets.length === 0 && uploads.items.length === 0;
  if (isLoading) return <CanvasSkeleton />;
  if (isEmpty) {
    return (
      <section className={canvas.canvas} aria-label="Canvas" data-part="canvas">
        <EmptyCanvas />
      </section>
    );
  }
  const asset = selection.current ?? assets[0] ?? null;
  const isImage = view === 'image' && asset !== null;
  const stepZoom = (by: number) => setZoom((now) => ZOOMS[ZOOMS.indexOf(now) + by] ?? now);
  return (
    <section
      className={canvas.canvas}
      aria-label="Canvas"
      data-part="canvas"
      data-view={isImage ? 'image' : 'sheet'}
    >
      <div className={canvas.toolbar}>
        {step === 'process' ? (
          <ProcessSummary />
        ) : (
          <SegmentedControl<View>
            aria-label="View"
            data={VIEW_DATA}
            value={isImage ? 'image' : 'sheet'}
            onChange={(next) => {
              if (next === 'image' && !selection.current) selection.select(asset?.asset_id ?? null);
              setView(next);
            }}
          />
        )}
        {isImage ? (
          <>
            {asset.crop_bbox && (
              <Switch
                className={canvas.deskOnly}
                size="sm"
                label="Salient crop"
                checked={showCrop}
                onChange={(event) => setShowCrop(event.currentTarget.checked)}
              />
            )}
            <span className={parts.spring} />
            <div className={canvas.deskOnly}>
              {step === 'review' && <AnalyseAgain asset={asset} subtle />}
              <ImageZoom zoom={imageZoom} onChange={setImageZoom} />
            </div>
          </>
        ) : (
          step !== 'process' && (
            <>
              <Text className={canvas.reorderHint}>
                Drag to reorder, or <kbd className={canvas.key}>Alt</kbd> <kbd className={canvas.key}>←</kbd>{' '}
                <kbd className={canvas.key}>→</kbd>
              </Text>
              <span className={parts.spring} />
              <ActionIcon
                aria-label="Smaller pictures"
                disabled={zoom === ZOOMS[0]}
                onClick={() => stepZoom(-1)}
              >
                <IconMinus size={18} />
              </ActionIcon>
              <span className={canvas.zoomValue}>{zoom} %</span>
              <ActionIcon
                aria-label="Larger pictures"
                disabled={zoom === ZOOMS.at(-1)}
                onClick={() => stepZoom(1)}
              >
                <IconPlus size={18} />
              </ActionIcon>
            </>
          )
        )}
      </div>
      {isImage ? (
        <OneImage asset={asset} zoom={imageZoom} showCrop={showCrop} />
      ) : (
        <CanvasSheet height={(220 * zoom) / 100} />
      )}
      <Filmstrip />
    </section>
  );
}

function CanvasSkeleton() {
  return (
    <section className={canvas.canvas} aria-label="Canvas" data-part="canvas" aria-busy="true">
      <div className={canvas.sheet}>
        <Skeleton height={220} animate={false} />
      </div>
    </section>
  );
}
