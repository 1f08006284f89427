'use client';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconDownload,
  IconEye,
  IconFileExport,
  IconPencil,
  IconPlayerPlay,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react';
import Link from 'next/link';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import classes from './manifest-card.module.css';

type CardMenuProps = { manifest: ManifestListItem; onDuplicate: () => void; onDelete: () => void };

const ICON = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

export function CardMenu({ manifest, onDuplicate, onDelete }: CardMenuProps) {
  const { manifest_id: id, name, status, sheet } = manifest;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon className={classes.onImage} aria-label={`More for ${name}`}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
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
        <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={onDuplicate}>
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
        <Menu.Item c="var(--vp-err)" leftSection={<IconTrash {...ICON} />} onClick={onDelete}>
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
