import { Button } from '@mantine/core';
import { IconPencil, IconScan } from '@tabler/icons-react';
import type { Asset } from '#lib/schemas/asset.ts';
import { AssetTextField } from './asset-text-field.tsx';
import { useCreator } from './creator-context.tsx';
import details from './details.module.css';

type Props = { asset: Asset; field: 'reverse_prompt' | 'visual_description'; label: string };

/** A text that the analysis writes until somebody else does; one press takes the analysis' own back. */
export function AnalysisText({ asset, field, label }: Props) {
  const { changeAsset, analysis, manifest } = useCreator();
  const origin = asset[`${field}_origin`];
  const takeBack = () => {
    changeAsset(asset.asset_id, { [field]: null }, { now: true });
    void analysis.again(asset.asset_id);
  };
  return (
    <div>
      <AssetTextField
        asset={asset}
        field={field}
        label={label}
        aside={<Origin origin={origin} />}
        placeholder="Comes from the analysis, or write it"
      />
      {origin === 'user' && asset.reference_image_url !== null && (
        <Button
          className={details.takeBack}
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconScan size={14} />}
          disabled={manifest.status === 'PROCESSING'}
          onClick={takeBack}
          aria-label={`Use the text from analysis for ${label.toLowerCase()}`}
        >
          Use the text from analysis
        </Button>
      )}
    </div>
  );
}

function Origin({ origin }: { origin: 'user' | 'analysis' | null }) {
  if (origin === 'user') return <Yours />;
  if (origin === null) return null;
  return (
    <>
      from analysis <IconScan size={14} aria-hidden />
    </>
  );
}

export const Yours = () => (
  <>
    <IconPencil size={14} aria-hidden /> yours
  </>
);
