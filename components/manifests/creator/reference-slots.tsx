'use client';
import { Button, UnstyledButton } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import { useState } from 'react';
import { ASSET_VIEWS, type Asset } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';
import parts from './parts.module.css';
import { ReferenceSlot } from './reference-slot.tsx';
import review from './review.module.css';
import { useReferenceSlots } from './use-reference-slots.ts';

/** The four sides of a subject that models ask for, each filled from the manifest, a file, or a box of the image. */
export function ReferenceSlots({ asset }: { asset: Asset }) {
  const { assets, selection } = useCreator();
  const slots = useReferenceSlots(asset);
  const [isAsked, setIsAsked] = useState(false);
  const isGrouped = slots.group.length > 1 || asset.view !== null;
  if (asset.asset_type !== 'CHARACTER' && !isGrouped && !isAsked) {
    return (
      <div>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconLayoutGrid size={16} />}
          onClick={() => setIsAsked(true)}
        >
          Add reference views
        </Button>
      </div>
    );
  }
  const leader = assets.find(({ asset_id }) => asset_id === asset.view_of_asset_id);
  return (
    <div>
      <div className={parts.fieldLegend}>
        <span>Reference views</span>
        {slots.isBusy && <span role="status">saving</span>}
      </div>
      <ul className={review.slots} aria-label="Reference views">
        {ASSET_VIEWS.map((view) => (
          <ReferenceSlot key={view} asset={asset} view={view} slots={slots} />
        ))}
      </ul>
      {leader && (
        <p className={`${parts.meta} ${review.groupNote}`}>
          A view of
          <UnstyledButton fz={12} td="underline" onClick={() => selection.select(leader.asset_id)}>
            {leader.manifest_tag} {leader.name}
          </UnstyledButton>
        </p>
      )}
    </div>
  );
}
