import type { RefObject } from 'react';
import type { ReactZoomPanPinchRef } from 'react-zoom-pan-pinch';

/** How large the picture is: whole, or in percent of its own pixels. */
export type Zoom = { isFit: boolean; percent: number /** Scale of the stage at 100 %. */; actual: number };
export type ZoomControl = RefObject<ReactZoomPanPinchRef | null>;

/** Of the picture's own pixels. */
export const MAX_ZOOM = 8;

const GLIDE_MS = 160;
/** One press of a zoom button; out undoes in. */
const STEP = { in: 0.25, out: 0.2 };
/** Growth by one unit of the wheel; a notch has about a hundred. */
export const WHEEL_STEP = 0.002;

/** Each press changes the picture by the same share, however large it is. */
export function zoomBy({ current }: ZoomControl, direction: 'in' | 'out'): void {
  if (!current) return;
  const step = current.instance.state.scale * STEP[direction];
  void (direction === 'in' ? current.zoomIn(step, GLIDE_MS) : current.zoomOut(step, GLIDE_MS));
}

/**
 * Milliseconds. A glide ends the one before it, and setting a scale without one does not; a longer one would be ended
 * halfway by what the wheel began.
 */
const AT_ONCE_MS = 1;

/** Shows the middle of the picture at a scale, at once; 1 is the whole. */
export const zoomTo = ({ current }: ZoomControl, scale: number): void => {
  void current?.centerView(scale, AT_ONCE_MS);
};
