import { type PointerEvent, useRef } from 'react';
import image from './image.module.css';
import { boxStyle, boxTitle } from './image-boxes.ts';
import type { ImageCanvasState } from './use-image-canvas.ts';

/** A press that went this far was a drag of the picture. Pixels. */
const DRAG_FROM = 4;

/** What was found in the picture, as boxes to choose; the marked one is the pencil's. */
export function BoxLayer({ state }: { state: ImageCanvasState }) {
  const pressed = useRef({ x: 0, y: 0 });
  if (!state.showBoxes || state.boxes.length === 0) return null;
  const press = ({ clientX, clientY }: PointerEvent) => {
    pressed.current = { x: clientX, y: clientY };
  };
  return (
    <ul className={image.boxes} aria-label="Boxes">
      {state.boxes.map((box) => {
        const isMarked = box.key === state.box?.key;
        return (
          <li key={box.key}>
            <button
              type="button"
              className={image.box}
              style={boxStyle(box.bbox)}
              data-salient={box.confidence === null || undefined}
              data-edge={box.bbox.y < 0.04 || undefined}
              aria-pressed={isMarked}
              onPointerDown={press}
              onKeyDown={(event) => {
                if (event.key !== 'Escape' || !isMarked) return;
                event.stopPropagation();
                state.selectBox(null);
              }}
              onClick={(event) => {
                const { x, y } = pressed.current;
                const moved =
                  event.detail > 0 && Math.hypot(event.clientX - x, event.clientY - y) > DRAG_FROM;
                if (!moved) state.selectBox(isMarked ? null : box.key);
              }}
            >
              <span className={image.boxLabel}>{boxTitle(box)}</span>
              {isMarked && <span className={image.boxCorners} aria-hidden />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
