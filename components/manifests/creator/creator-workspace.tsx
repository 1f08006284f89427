'use client';
import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { CanvasPanel } from './canvas-panel.tsx';
import { ChangedElsewhere } from './changed-elsewhere.tsx';
import layout from './creator.module.css';
import { CreatorActionBar } from './creator-action-bar.tsx';
import { CreatorContext } from './creator-context.tsx';
import { CreatorHeader } from './creator-header.tsx';
import { CreatorShortcuts } from './creator-shortcuts.tsx';
import { DropOverlay } from './drop-overlay.tsx';
import { SavedState } from './saved-state.tsx';
import { type Segment, SegmentSwitch } from './segment-switch.tsx';
import { SidePanel } from './side-panel.tsx';
import { SourcesPanel } from './sources-panel.tsx';
import { useCreatorState } from './use-creator-state.ts';

const PHONE = '(max-width: 47.99em)';

type Props = { manifestId: string | null; onCreated: (id: string) => void };

/** Sources, canvas and details of one manifest, sharing one state. */
export function CreatorWorkspace({ manifestId, onCreated }: Props) {
  const creator = useCreatorState(manifestId, onCreated);
  const [segment, setSegment] = useState<Segment>('sources');
  // A desk shows list and picture side by side; a phone goes from one to the other.
  const open = () => {
    if (!window.matchMedia(PHONE).matches) return;
    creator.setView('image');
    setSegment('image');
  };

  return (
    <CreatorContext value={creator}>
      <div className={layout.root} data-segment={segment} data-step={creator.step}>
        <CreatorHeader onSegment={setSegment} />
        <SegmentSwitch segment={segment} onChange={setSegment} />
        {creator.saves.state === 'failed' && (
          <div className={layout.narrow}>
            <SavedState />
          </div>
        )}
        <div className={layout.panels}>
          <SourcesPanel onOpen={open} />
          <CanvasPanel />
          <SidePanel />
        </div>
        <CreatorActionBar />
      </div>
      <DropOverlay />
      <CreatorShortcuts />
      {creator.deleteDialog}
      <ChangedElsewhere />
      <VisuallyHidden role="status" aria-live="polite">
        {creator.announcement}
      </VisuallyHidden>
    </CreatorContext>
  );
}
