import { ActionIcon } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Menu } from '#components/ui/menu.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import { AnalyseAgain } from './asset-buttons.tsx';
import { useCreator } from './creator-context.tsx';
import image from './image.module.css';

/** Analyses this image again, or from the menu those that the filter shows, or all. */
export function AnalyseMore({ asset }: { asset: Asset }) {
  const { analysis, manifest, assets, shown } = useCreator();
  const withImage = (list: Asset[]) => list.filter((each) => each.reference_image_url !== null);
  const [listed, all] = [withImage(shown), withImage(assets)];
  return (
    <div className={image.splitButton}>
      <AnalyseAgain asset={asset} subtle />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            aria-label="Analyse more images again"
            disabled={manifest.status === 'PROCESSING' || all.length === 0}
          >
            <IconChevronDown size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {listed.length < all.length && listed.length > 0 && (
            <Menu.Item onClick={() => analysis.start(listed.map((each) => each.asset_id))}>
              The {listed.length} listed
            </Menu.Item>
          )}
          <Menu.Item onClick={() => analysis.start('all')}>
            {all.length === 1 ? 'The only image' : `All ${all.length} images`}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
