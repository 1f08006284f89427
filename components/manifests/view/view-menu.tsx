'use client';
import { ActionIcon, Box } from '@mantine/core';
import { IconCopy, IconDots, IconFileExport, IconTrash } from '@tabler/icons-react';
import { Menu } from '#components/ui/menu.tsx';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import { ContactSheetItems } from './contact-sheet-items.tsx';

const ICON = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

type ViewMenuProps = {
  manifest: ManifestDetail;
  isDuplicating: boolean;
  onDuplicate: () => void;
  onDelete: () => void;
};

/** What is done with a manifest now and then. */
export function ViewMenu({ manifest, isDuplicating, onDuplicate, onDelete }: ViewMenuProps) {
  const { manifest_id: id, sheet } = manifest;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon size="lg" aria-label="More">
          <IconDots size={18} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Box hiddenFrom="sm">
          {sheet.length > 0 && <ContactSheetItems manifestId={id} />}
          <Menu.Item
            component="a"
            href={`/api/manifests/${id}/export`}
            download
            leftSection={<IconFileExport {...ICON} />}
          >
            Export
          </Menu.Item>
        </Box>
        <Menu.Item leftSection={<IconCopy {...ICON} />} disabled={isDuplicating} onClick={onDuplicate}>
          Duplicate
        </Menu.Item>
        <Menu.Item c="var(--vp-err)" leftSection={<IconTrash {...ICON} />} onClick={onDelete}>
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
