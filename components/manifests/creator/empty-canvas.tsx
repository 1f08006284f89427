import { Text } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import canvas from './canvas.module.css';

/** What to do first. */
export function EmptyCanvas() {
  return (
    <div className={canvas.empty}>
      <IconPhotoPlus size={32} aria-hidden />
      <Text fz={20} fw={600} lh="28px" component="h2">
        Drop the first images here
      </Text>
      <Text fz={14} c="var(--vp-t2)" maw={420} ta="center">
        Characters, places, props, a look. Files named like “character-anton.jpg” or “env-harbour.png” get
        their type by themselves; the rest you set with the keys 1 to 6.
      </Text>
    </div>
  );
}
