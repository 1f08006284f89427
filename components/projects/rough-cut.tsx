'use client';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { chosenClip } from '#lib/projects/stage-strip.ts';
import type { ProjectScene } from '#lib/schemas/project.ts';

/** Plays the clips that are there, one after the other, without the cards and transitions of the film. */
export function RoughCut({ scenes, onClose }: { scenes: ProjectScene[]; onClose: () => void }) {
  // The clips of the moment it was opened: one that lands later must not jump in.
  const [list] = useState(scenes);
  const [at, setAt] = useState(0);
  const scene = list[at];
  if (!scene) return null;
  return (
    <Modal opened onClose={onClose} size={960} title={`${scene.index + 1} ${scene.title}`}>
      {/* biome-ignore lint/a11y/useMediaCaption: clips have no speech */}
      <video
        key={scene.scene_id}
        src={chosenClip(scene)?.url ?? undefined}
        autoPlay
        controls
        playsInline
        aria-label={`Scene ${scene.index + 1}, ${scene.title}`}
        style={{ display: 'block', width: '100%', maxHeight: '70vh', background: 'var(--vp-well)' }}
        onEnded={() => setAt((index) => (index + 1 < list.length ? index + 1 : index))}
      />
    </Modal>
  );
}
