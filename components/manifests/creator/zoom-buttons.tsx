import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import image from './image.module.css';
import type { Zoom, ZoomControl } from './zoom.ts';

const GLIDE_MS = 160;

/** The zoom level, and the buttons for what wheel and keys do. */
export function ZoomButtons({ zoom, control }: { zoom: Zoom; control: ZoomControl }) {
  return (
    <>
      <ActionIcon aria-label="Zoom out" onClick={() => void control.current?.zoomOut(0.4, GLIDE_MS)}>
        <IconMinus size={18} />
      </ActionIcon>
      <Tooltip label="Show at 100 %">
        <UnstyledButton
          className={image.zoomLevel}
          aria-label={`Zoom ${zoom.isFit ? 'fit' : `${zoom.percent} %`}, show at 100 %`}
          onClick={() => void control.current?.centerView(zoom.actual, GLIDE_MS)}
        >
          {zoom.isFit ? 'Fit' : `${zoom.percent} %`}
        </UnstyledButton>
      </Tooltip>
      <ActionIcon aria-label="Zoom in" onClick={() => void control.current?.zoomIn(0.4, GLIDE_MS)}>
        <IconPlus size={18} />
      </ActionIcon>
      <Tooltip label="Fit, Ctrl 0">
        <ActionIcon aria-label="Fit" onClick={() => void control.current?.centerView(1, GLIDE_MS)}>
          <IconMaximize size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
