import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import image from './image.module.css';
import { type Zoom, type ZoomControl, zoomBy, zoomTo } from './zoom.ts';

/** The zoom level, and the buttons for what wheel and keys do. */
export function ZoomButtons({ zoom, control }: { zoom: Zoom; control: ZoomControl }) {
  return (
    <>
      <ActionIcon aria-label="Zoom out" onClick={() => zoomBy(control, 'out')}>
        <IconMinus size={18} />
      </ActionIcon>
      <Tooltip label="Show at 100 %">
        <UnstyledButton
          className={image.zoomLevel}
          aria-label={`Zoom ${zoom.isFit ? 'fit' : `${zoom.percent} %`}, show at 100 %`}
          onClick={() => zoomTo(control, zoom.actual)}
        >
          {zoom.isFit ? 'Fit' : `${zoom.percent} %`}
        </UnstyledButton>
      </Tooltip>
      <ActionIcon aria-label="Zoom in" onClick={() => zoomBy(control, 'in')}>
        <IconPlus size={18} />
      </ActionIcon>
      <Tooltip label="Fit, Ctrl 0">
        <ActionIcon aria-label="Fit" onClick={() => zoomTo(control, 1)}>
          <IconMaximize size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
