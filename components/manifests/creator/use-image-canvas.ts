'use client';
import { useState } from 'react';
import type { Asset, Bbox } from '#lib/schemas/asset.ts';
import { boxesOf, type ImageBox } from './image-boxes.ts';

/** A part of the image that is about to become an asset. `isDrawn`: its box is still being drawn. */
export type CropDraft = { box: ImageBox | null; bbox: Bbox; isDrawn: boolean };

const MIDDLE: Bbox = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };

/** What is marked on the one image shown; all but the switch of the boxes begins afresh with another image. */
export function useImageCanvas(asset: Asset | null) {
  const [showBoxes, setShowBoxes] = useState(true);
  const [marks, setMarks] = useState<{
    assetId: string | null;
    boxKey: string | null;
    draft: CropDraft | null;
  }>({
    assetId: null,
    boxKey: null,
    draft: null,
  });
  const assetId = asset?.asset_id ?? null;
  const mine = marks.assetId === assetId ? marks : { assetId, boxKey: null, draft: null };
  const boxes = asset ? boxesOf(asset) : [];
  const box = boxes.find(({ key }) => key === mine.boxKey) ?? null;
  const setDraft = (draft: CropDraft | null) => setMarks({ ...mine, draft });
  return {
    boxes,
    showBoxes,
    setShowBoxes,
    box,
    selectBox: (key: string | null) => setMarks({ ...mine, boxKey: key }),
    draft: mine.draft,
    /** Draws a new crop, beginning with the selected box. */
    drawCrop: () => setDraft({ box, bbox: box?.bbox ?? MIDDLE, isDrawn: true }),
    keepBox: (kept: ImageBox) =>
      setMarks({ assetId, boxKey: kept.key, draft: { box: kept, bbox: kept.bbox, isDrawn: false } }),
    moveDraft: (bbox: Bbox) => mine.draft && setDraft({ ...mine.draft, bbox }),
    dropDraft: () => setDraft(null),
  };
}

export type ImageCanvasState = ReturnType<typeof useImageCanvas>;
