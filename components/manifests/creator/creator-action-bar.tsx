import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { AnalyseAgain } from './asset-buttons.tsx';
import layout from './creator.module.css';
import { useCreator } from './creator-context.tsx';
import { MainAction } from './main-action.tsx';
import parts from './parts.module.css';

/** On a phone: previous and next image, and the main action, within reach of a thumb. */
export function CreatorActionBar() {
  const { selection, shown: assets, step } = useCreator();
  const at = selection.current ? assets.indexOf(selection.current) : -1;
  return (
    <div className={layout.actionBar}>
      <ActionIcon
        variant="default"
        aria-label="Previous image"
        disabled={at <= 0}
        onClick={() => selection.move(-1)}
      >
        <IconChevronLeft size={20} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label="Next image"
        disabled={at >= assets.length - 1}
        onClick={() => selection.move(1)}
      >
        <IconChevronRight size={20} />
      </ActionIcon>
      <span className={parts.spring} />
      {step === 'review' && selection.current && <AnalyseAgain asset={selection.current} />}
      <MainAction short />
    </div>
  );
}
