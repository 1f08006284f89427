import { useCreator } from './creator-context.tsx';
import { SortableAssets } from './sortable-assets.tsx';
import { SourceRow } from './source-row.tsx';
import sources from './sources.module.css';
import { useAssetKeys } from './use-asset-keys.ts';

/** The images as rows: arrows walk, shift and ctrl pick several, Alt with arrows moves. */
export function SourceList({ onOpen }: { onOpen: () => void }) {
  const { shown: assets, selection, setView } = useCreator();
  const open = () => {
    setView('image');
    onOpen();
  };
  const keys = useAssetKeys('source', open);
  if (assets.length === 0) return null;
  return (
    <SortableAssets orientation="vertical">
      <ul {...keys} aria-label="Images" className={sources.sourceList}>
        {assets.map((asset) => (
          <SourceRow
            key={asset.asset_id}
            asset={asset}
            onPick={(event) => {
              selection.click(asset.asset_id, event);
              if (!event.shiftKey && !event.ctrlKey && !event.metaKey) onOpen();
            }}
          />
        ))}
      </ul>
    </SortableAssets>
  );
}
