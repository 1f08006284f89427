import { describe, expect, it } from 'vitest';
import type { Asset } from '#lib/schemas/asset.ts';
import { boxesOf, boxTitle, cropName, cropType, fitScale, nextToKeep, subjectBox } from './image-boxes.ts';

const box = (width: number, height = 0.5) => ({ x: 0.1, y: 0.2, width, height });
const image = {
  crop_bbox: box(0.6),
  detections: [
    { bbox: box(0.1), label: 'Figure 1', confidence: 0.7 },
    { bbox: box(0.3), label: 'Figure 2', confidence: 0.914 },
  ],
};

describe('the boxes of an image', () => {
  it('are what stands out and what was found, the small ones on top', () => {
    expect(boxesOf(image).map(boxTitle)).toEqual(['Salient crop', 'Figure 2 0.91', 'Figure 1 0.70']);
  });

  it('are none where nothing was analysed, or where all of it stands out', () => {
    expect(boxesOf({ crop_bbox: null, detections: null })).toEqual([]);
    expect(boxesOf({ crop_bbox: { x: 0, y: 0, width: 1, height: 1 }, detections: [] })).toEqual([]);
  });

  it('offer the first figure that was not kept yet', () => {
    const kept = [{ detection_class: 'Figure 1' }] as Asset[];
    expect(nextToKeep(boxesOf(image), [])?.label).toBe('Figure 1');
    expect(nextToKeep(boxesOf(image), kept)?.label).toBe('Figure 2');
    expect(nextToKeep(boxesOf({ ...image, detections: [] }), [])).toBeNull();
  });

  it('give a crop its name and type', () => {
    const [salient, second] = boxesOf(image);
    expect([salient, second, undefined].map((each) => cropName({ name: 'Mara' }, each ?? null))).toEqual([
      'Mara, subject',
      'Mara, figure 2',
      'Mara, detail',
    ]);
    expect(cropType({ asset_type: 'CHARACTER' })).toBe('CHARACTER');
    expect(cropType({ asset_type: 'ENVIRONMENT' })).toBe('PROP');
  });
});

describe('the crop to a subject', () => {
  const crop = (crop_bbox: Asset['crop_bbox'], side = 1000) =>
    subjectBox({ crop_bbox, width: side, height: side });

  it('leaves room around it', () => {
    const made = crop({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 });
    expect(made?.x).toBeCloseTo(0.384);
    expect(made?.width).toBeCloseTo(0.232);
  });

  it('stays inside the image and large enough to be cut', () => {
    expect(crop({ x: 0, y: 0.9, width: 1, height: 0.1 })).toMatchObject({ x: 0, width: 1 });
    expect(crop({ x: 0.99, y: 0, width: 0.01, height: 0.01 }, 100)?.x).toBeCloseTo(0.67);
    expect(crop(null)).toBeNull();
  });
});

it('a picture fits its place and is not blown up', () => {
  expect(fitScale({ width: 2000, height: 1000 }, { width: 1000, height: 900 })).toBe(0.5);
  expect(fitScale({ width: 100, height: 100 }, { width: 1000, height: 900 })).toBe(1.5);
});
