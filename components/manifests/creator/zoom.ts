import type { RefObject } from 'react';
import type { ReactZoomPanPinchRef } from 'react-zoom-pan-pinch';

/** How large the picture is: whole, or in percent of its own pixels. */
export type Zoom = { isFit: boolean; percent: number /** Scale of the stage at 100 %. */; actual: number };
export type ZoomControl = RefObject<ReactZoomPanPinchRef | null>;

/** Of the picture's own pixels. */
export const MAX_ZOOM = 8;
