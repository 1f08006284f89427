import { Select } from '@mantine/core';
import { TypeIcon } from '#components/manifests/type-icon.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import classes from './scene-editor.module.css';
import { imageOf } from './use-snapshot-assets.ts';

/** More are found by typing. */
const SHOWN = 50;

type Props = { assets: SnapshotAsset[]; label: string; onPick: (asset: SnapshotAsset) => void };

/** Picks an asset of the snapshot by tag or name. */
export function AssetSelect({ assets, label, onPick }: Props) {
  const byTag = new Map(assets.map((asset) => [asset.manifest_tag, asset]));
  return (
    <Select
      aria-label={label}
      placeholder={label}
      searchable
      limit={SHOWN}
      value={null}
      nothingFoundMessage="No such reference in this film's snapshot"
      data={assets.map(({ manifest_tag, name }) => ({
        value: manifest_tag,
        label: `${manifest_tag} ${name}`,
      }))}
      onChange={(tag) => {
        const asset = tag && byTag.get(tag);
        if (asset) onPick(asset);
      }}
      renderOption={({ option }) => {
        const asset = byTag.get(option.value);
        const image = imageOf(asset);
        return (
          <span className={classes.option}>
            {image && <Picture url={image} sizes="32px" />}
            {asset && <TypeIcon type={asset.asset_type} />}
            {option.label}
          </span>
        );
      }}
    />
  );
}
