'use client';
import { Button, Modal, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { detailOf } from '#lib/client/http.ts';
import { manifestVersionsOptions, versionComparisonOptions } from '#lib/client/version-queries.ts';
import { changeWords } from '#lib/manifests/change-words.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import type { VersionComparison } from '#lib/schemas/version.ts';
import { categoryLabel } from '../category-label.ts';
import { TagChip } from '../tag-chip.tsx';
import { ComparedAsset } from './compared-asset.tsx';
import { TextPair } from './text-pair.tsx';
import type { ComparedVersions } from './use-compared-versions.ts';
import { useRestoreVersion } from './use-restore-version.tsx';
import classes from './version-compare.module.css';

/** Assets drawn at once. */
const SHOWN = 50;

type VersionCompareProps = {
  manifest: ManifestDetail;
  compared: ComparedVersions;
  onChange: (compared: ComparedVersions) => void;
  onClose: () => void;
};

/** Two versions side by side, what is equal folded away, and the way back to the older one. */
export function VersionCompare({ manifest, compared, onChange, onClose }: VersionCompareProps) {
  const { manifest_id: id, version: present } = manifest;
  const { from, to } = compared;
  const versions = useInfiniteQuery(manifestVersionsOptions(id));
  const comparison = useQuery(versionComparisonOptions(id, from, to));
  const restore = useRestoreVersion(manifest, onClose);
  const known = versions.data?.pages.flatMap((page) => page.items.map(({ version }) => version)) ?? [];
  const numbers = [...new Set([...known, from, to])].sort((a, b) => b - a);
  const options = numbers.map((n) => ({
    value: String(n),
    label: n === present ? `v${n}, current` : `v${n}`,
  }));
  const restorable = from === present ? to : from;
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1120px, 96vw)"
      title="Compare versions"
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ body: classes.body }}
    >
      <div className={classes.sides}>
        <NativeSelect
          label="From"
          data={options}
          value={String(from)}
          onChange={(event) => onChange({ from: Number(event.currentTarget.value), to })}
        />
        <NativeSelect
          label="To"
          data={options}
          value={String(to)}
          onChange={(event) => onChange({ from, to: Number(event.currentTarget.value) })}
        />
      </div>
      {comparison.isError && <p className={classes.error}>{detailOf(comparison.error)}</p>}
      {comparison.isPending && <p className={classes.quiet}>Reading both versions</p>}
      {comparison.data && !comparison.isError && (
        <div className={classes.difference} aria-busy={comparison.isPlaceholderData}>
          <Difference comparison={comparison.data} />
        </div>
      )}
      {restorable !== present && comparison.isSuccess && (
        <div className={classes.restore}>
          <p className={classes.quiet}>
            Restoring begins v{present + 1} with the content of v{restorable}. v{present} stays in this list,
            and films keep what they were made with.
          </p>
          <Button loading={restore.isPending} onClick={() => restore.start(restorable)}>
            Restore v{restorable} as v{present + 1}
          </Button>
        </div>
      )}
    </Modal>
  );
}

function Difference({ comparison }: { comparison: VersionComparison }) {
  const { from, to, changes, manifest, assets, unchanged } = comparison;
  const [count, setCount] = useState(SHOWN);
  const versions = { from, to };
  const fields = changes.manifest.map((field) => {
    const textOf = (side: VersionComparison['manifest']['from']) =>
      field === 'tags'
        ? side.tags.join(', ')
        : field === 'category'
          ? categoryLabel(side.category)
          : side[field];
    return { field, before: textOf(manifest.from), after: textOf(manifest.to) };
  });
  return (
    <>
      <p className={classes.summary}>
        {changes.against === to ? 'These are the same version.' : changeWords(changes)}
      </p>
      {fields.length > 0 && (
        <section className={classes.block}>
          <h3 className={classes.label}>The manifest</h3>
          {fields.map(({ field, before, after }) => (
            <TextPair key={field} label={field} before={before} after={after} versions={versions} />
          ))}
        </section>
      )}
      {assets.slice(0, count).map((asset) => (
        <ComparedAsset
          key={asset.to?.asset_id ?? asset.from?.asset_id}
          compared={asset}
          versions={versions}
        />
      ))}
      {assets.length > count && (
        <Button onClick={() => setCount(count + SHOWN)}>{assets.length - count} more</Button>
      )}
      {unchanged.length > 0 && (
        <details className={classes.folded}>
          <summary>
            {unchanged.length === 1 ? '1 asset is' : `${unchanged.length} assets are`} the same
          </summary>
          <ul className={classes.chips}>
            {unchanged.map(({ asset_id, manifest_tag, asset_type, name }) => (
              <li key={asset_id}>
                <TagChip tag={manifest_tag} type={asset_type} title={name} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
