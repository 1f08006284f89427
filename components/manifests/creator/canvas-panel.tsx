'use client';
import { ActionIcon, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { ReactZoomPanPinchRef } from 'react-zoom-pan-pinch';
import canvas from './canvas.module.css';
import { CanvasSheet } from './canvas-sheet.tsx';
import { useCreator } from './creator-context.tsx';
import { CropsBar } from './crops-bar.tsx';
import { EmptyCanvas } from './empty-canvas.tsx';
import { Filmstrip } from './filmstrip.tsx';
import { ImageToolbar } from './image-toolbar.tsx';
import { OneImage } from './one-image.tsx';
import parts from './parts.module.css';
import { ProcessSummary } from './process-summary.tsx';
import type { View } from './use-creator-url.ts';
import { useImageCanvas } from './use-image-canvas.ts';
import type { Zoom } from './zoom.ts';

const VIEW_DATA: { value: View; label: string }[] = [
  { value: 'sheet', label: 'Contact sheet' },
  { value: 'image', label: 'One image' },
];
const SHEET_ZOOMS = [50, 75, 100, 150, 200];

/** The light table: all images, or one of them large. */
export function CanvasPanel() {
  const { shown, assets, uploads, view, setView, selection, step, isLoading } = useCreator();
  const [sheetZoom, setSheetZoom] = useState(100);
  const [zoom, setZoom] = useState<Zoom>({ isFit: true, percent: 100, actual: 1 });
  const control = useRef<ReactZoomPanPinchRef>(null);
  const asset = selection.current ?? shown[0] ?? null;
  const state = useImageCanvas(asset);
  const isEmpty = assets.length === 0 && uploads.items.length === 0;
  if (isLoading) return <CanvasSkeleton />;
  if (isEmpty) {
    return (
      <section className={canvas.canvas} aria-label="Canvas" data-part="canvas">
        <EmptyCanvas />
      </section>
    );
  }
  const isImage = view === 'image' && asset !== null;
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
          <ImageToolbar asset={asset} state={state} zoom={zoom} control={control} />
        ) : (
          step !== 'process' && <SheetToolbar zoom={sheetZoom} onZoom={setSheetZoom} />
        )}
      </div>
      {isImage ? (
        <OneImage asset={asset} state={state} control={control} onZoom={setZoom} />
      ) : (
        <CanvasSheet height={(220 * sheetZoom) / 100} />
      )}
      <Filmstrip />
      {isImage && step !== 'process' && <CropsBar asset={asset} state={state} />}
    </section>
  );
}

function SheetToolbar({ zoom, onZoom }: { zoom: number; onZoom: (zoom: number) => void }) {
  const stepZoom = (by: number) => onZoom(SHEET_ZOOMS[SHEET_ZOOMS.indexOf(zoom) + by] ?? zoom);
  return (
    <>
      <Text className={canvas.reorderHint}>
        Drag to reorder, or <kbd className={canvas.key}>Alt</kbd> <kbd className={canvas.key}>←</kbd>{' '}
        <kbd className={canvas.key}>→</kbd>
      </Text>
      <span className={parts.spring} />
      <ActionIcon
        aria-label="Smaller pictures"
        disabled={zoom === SHEET_ZOOMS[0]}
        onClick={() => stepZoom(-1)}
      >
        <IconMinus size={18} />
      </ActionIcon>
      <span className={canvas.zoomValue}>{zoom} %</span>
      <ActionIcon
        aria-label="Larger pictures"
        disabled={zoom === SHEET_ZOOMS.at(-1)}
        onClick={() => stepZoom(1)}
      >
        <IconPlus size={18} />
      </ActionIcon>
    </>
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
