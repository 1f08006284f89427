import { Menu } from '@mantine/core';
import {
  IconCopy,
  IconDownload,
  IconEye,
  IconFileExport,
  IconPencil,
  IconPlayerPlay,
  IconPrinter,
  IconSquareCheck,
  IconTrash,
} from '@tabler/icons-react';
import type { MenuTarget } from '#components/ui/lazy-menu.tsx';
import { Link } from '#components/ui/link.tsx';
import { OpenedMenu } from '#components/ui/opened-menu.tsx';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import type { ManifestActions } from './use-manifest-actions.tsx';

type CardMenuProps = MenuTarget & {
  manifest: ManifestListItem;
  actions: ManifestActions;
  onSelect: ((manifest: ManifestListItem) => void) | undefined;
};

const ICON = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

export function CardMenu({ target, manifest, actions, onSelect }: CardMenuProps) {
  const { manifest_id: id, name, status, sheet } = manifest;
  return (
    <OpenedMenu target={target} position="bottom-end" width={220}>
      <Menu.Dropdown>
        <Menu.Item component={Link} href={`/manifests/${id}/edit`} leftSection={<IconPencil {...ICON} />}>
          Edit
        </Menu.Item>
        <Menu.Item component={Link} href={`/manifests/${id}`} leftSection={<IconEye {...ICON} />}>
          View
        </Menu.Item>
        {status !== 'PROCESSING' && (
          <Menu.Item
            component={Link}
            href={`/generate?manifest=${id}`}
            leftSection={<IconPlayerPlay {...ICON} />}
          >
            Use in a generation
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={() => actions.duplicate(id, name)}>
          Duplicate
        </Menu.Item>
        <Menu.Item
          component="a"
          href={`/api/manifests/${id}/export`}
          download
          leftSection={<IconFileExport {...ICON} />}
        >
          Export
        </Menu.Item>
        {sheet.length > 0 && (
          <>
            <Menu.Item
              component="a"
              href={`/api/manifests/${id}/contact-sheet`}
              download
              leftSection={<IconDownload {...ICON} />}
            >
              Download contact sheet
            </Menu.Item>
            <Menu.Item
              component="a"
              href={`/api/manifests/${id}/contact-sheet?format=pdf`}
              download
              leftSection={<IconPrinter {...ICON} />}
            >
              Contact sheet for print
            </Menu.Item>
          </>
        )}
        {onSelect && (
          <Menu.Item leftSection={<IconSquareCheck {...ICON} />} onClick={() => onSelect(manifest)}>
            Select
          </Menu.Item>
        )}
        <Menu.Item
          c="var(--vp-err)"
          leftSection={<IconTrash {...ICON} />}
          onClick={() => void actions.remove(id, name)}
        >
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </OpenedMenu>
  );
}
