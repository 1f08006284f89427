import { SegmentedControl } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import { plannedUses, wordsOfUse } from '#lib/client/planned-references.ts';
import type { PromptMentions } from '#lib/client/prompt-mentions.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import type { FilmPlan } from '#lib/schemas/film-plan.ts';
import { AssetThumb } from './asset-thumb.tsx';
import classes from './generate.module.css';

const PlannedScenes = dynamic(() => import('./planned-scenes.tsx').then((file) => file.PlannedScenes), {
  ssr: false,
});

type Props = {
  assets: Asset[];
  mentions: PromptMentions;
  /** Null: not known yet. The prompt's own mentions stand in. */
  plan: FilmPlan | null;
  showsAll: boolean;
};

/** What the film will take of the references, all together or scene by scene. */
export function FilmReferences({ assets, mentions, plan, showsAll }: Props) {
  const [view, setView] = useState('references');
  const { found, styles, unmentioned } = mentions;
  const uses = plan && plannedUses(plan);
  const byTag = new Map(assets.map((asset) => [asset.manifest_tag, asset]));
  const planned = [...(uses?.keys() ?? [])].flatMap((tag) => byTag.get(tag) ?? []);
  const named = [...found.filter((asset) => asset.asset_type !== 'STYLE'), ...styles];
  // In the order of the prompt; what the plan takes beyond it, another view of a subject, comes after.
  const taken = [...new Set([...named.filter((asset) => !uses || uses.has(asset.manifest_tag)), ...planned])];
  const passed = uses ? named.filter((asset) => !uses.has(asset.manifest_tag)) : [];
  const leftOut = unmentioned.filter((asset) => !taken.includes(asset));
  if (taken.length + passed.length === 0 && !showsAll) return null;
  const isByScene = view === 'scenes' && plan !== null;
  return (
    <section aria-labelledby="taken-title">
      <div className={classes.sectionHead}>
        <h2 id="taken-title" className={classes.sectionTitle}>
          What the film will take <span>Local animatic composes every mentioned reference itself</span>
        </h2>
        <SegmentedControl
          size="xs"
          aria-label="Show by"
          data={[
            { value: 'references', label: 'References' },
            { value: 'scenes', label: 'Scenes' },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      {isByScene ? (
        <PlannedScenes plan={plan} assets={byTag} />
      ) : (
        <ul className={classes.references}>
          {taken.map((asset) => {
            const use = uses?.get(asset.manifest_tag);
            const note = use ? wordsOfUse(use, plan?.scenes.length ?? 0) : asset.name;
            return <Reference key={asset.asset_id} asset={asset} note={note} />;
          })}
          {passed.map((asset) => (
            <Reference
              key={asset.asset_id}
              asset={asset}
              note={asset.thumbnail_url ? 'in no scene' : 'no image'}
              isLeftOut
            />
          ))}
          {showsAll &&
            leftOut.map((asset) => (
              <Reference key={asset.asset_id} asset={asset} note="not mentioned" isLeftOut />
            ))}
        </ul>
      )}
    </section>
  );
}

function Reference({ asset, note, isLeftOut }: { asset: Asset; note: string; isLeftOut?: boolean }) {
  const ratio = asset.width && asset.height ? asset.width / asset.height : 1;
  return (
    <li
      className={classes.reference}
      data-left-out={isLeftOut || undefined}
      style={{ '--ratio': ratio } as React.CSSProperties}
      title={asset.name}
    >
      <span className={classes.referenceWell}>
        <AssetThumb asset={asset} sizes="171px" />
      </span>
      <TagChip tag={asset.manifest_tag} type={asset.asset_type} isBare />
      <span className={classes.referenceNote}>{note}</span>
    </li>
  );
}
