'use client';
import { useHotkeys } from '@mantine/hooks';
import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import { TransformComponent, TransformWrapper } from 'react-zoom-pan-pinch';
import type { Asset } from '#lib/schemas/asset.ts';
import { BoxLayer } from './box-layer.tsx';
import { useCreator } from './creator-context.tsx';
import image from './image.module.css';
import type { ImageCanvasState } from './use-image-canvas.ts';
import { MAX_ZOOM, WHEEL_STEP, type Zoom, type ZoomControl, zoomBy, zoomTo } from './zoom.ts';

/** How far an arrow key moves the picture. Pixels. */
const PAN_STEP = 80;
/** A rounded scale still counts as fit. */
const FIT_HAIR = 0.005;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [PAN_STEP, 0],
  ArrowRight: [-PAN_STEP, 0],
  ArrowUp: [0, PAN_STEP],
  ArrowDown: [0, -PAN_STEP],
};

type Props = {
  asset: Asset;
  url: string;
  /** Size of the picture when it fits, and of its own pixels on the screen's. */
  size: { width: number; height: number };
  fit: number;
  state: ImageCanvasState;
  control: ZoomControl;
  onZoom: (zoom: Zoom) => void;
};

/** The picture to look at closely: wheel, pinch and ctrl with plus, minus and zero zoom, dragging and arrows move. */
export default function ImageStage({ asset, url, size, fit, state, control, onZoom }: Props) {
  const { selection } = useCreator();
  const [scale, setScale] = useState(1);
  const [isSharp, setIsSharp] = useState(size.width > 1280);
  useHotkeys([
    ['mod+=', () => zoomBy(control, 'in')],
    ['mod+plus', () => zoomBy(control, 'in')],
    ['mod+shift+plus', () => zoomBy(control, 'in')],
    ['mod+minus', () => zoomBy(control, 'out')],
    ['mod+-', () => zoomBy(control, 'out')],
    ['mod+0', () => zoomTo(control, 1)],
  ]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const isWhole = scale <= 1 + FIT_HAIR;
    if (arrow && !isWhole) void control.current?.panBy(...arrow, 0);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      selection.move(event.key === 'ArrowLeft' ? -1 : 1);
    else if (event.key === '+' || event.key === '=') zoomBy(control, 'in');
    else if (event.key === '-') zoomBy(control, 'out');
    else if (event.key === '0') zoomTo(control, 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section
      className={image.stage}
      aria-label="Picture"
      aria-description="Plus and minus zoom, 0 fits. Arrows move a zoomed picture, or go to the next image."
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys, and a zoomed picture is moved with them
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <TransformWrapper
        key={`${asset.image_hash}-${Math.round(size.width)}x${Math.round(size.height)}`}
        ref={control}
        minScale={Math.min(1, 1 / fit)}
        maxScale={MAX_ZOOM / fit}
        centerOnInit
        centerZoomedOut
        doubleClick={{ mode: 'toggle', step: 1.2 }}
        wheel={{ step: WHEEL_STEP * scale }}
        velocityAnimation={{ disabled: true }}
        onInit={() => onZoom({ isFit: true, percent: Math.round(fit * 100), actual: 1 / fit })}
        onTransform={(_, { scale: next }) => {
          setScale(next);
          onZoom({
            isFit: Math.abs(next - 1) < FIT_HAIR,
            percent: Math.round(next * fit * 100),
            actual: 1 / fit,
          });
          if (next * size.width > 1280) setIsSharp(true);
        }}
      >
        <TransformComponent wrapperStyle={{ width: '100%', height: '100%' }}>
          <div
            className={image.plate}
            style={{ ...size, '--zoom': scale } as CSSProperties}
            data-alpha={asset.has_alpha || undefined}
          >
            <img
              src={isSharp ? url : `${url}?w=1280`}
              alt={asset.name}
              className={image.plateImage}
              style={size}
              draggable={false}
            />
            <BoxLayer state={state} />
          </div>
        </TransformComponent>
      </TransformWrapper>
    </section>
  );
}
