'use client';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconDownload, IconFileExport, IconPencil, IconPlayerPlay } from '@tabler/icons-react';
import { Link } from '#components/ui/link.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { analysingWords } from '#lib/client/manifest-words.ts';
import { useNow } from '#lib/client/use-now.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import { categoryLabel } from '../category-label.ts';
import { StatusLabel } from '../status-label.tsx';
import { ContactSheetItems } from './contact-sheet-items.tsx';
import classes from './manifest-view.module.css';
import { ViewMenu } from './view-menu.tsx';

const ICON = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

type ViewHeaderProps = {
  manifest: ManifestDetail;
  isDuplicating: boolean;
  onDuplicate: () => void;
  onDelete: () => void;
};

/** What the manifest is and what can be done with it; on a phone the rarer things stand in the menu. */
export function ViewHeader({ manifest, isDuplicating, onDuplicate, onDelete }: ViewHeaderProps) {
  const { manifest_id: id, name, status, processing_progress: progress } = manifest;
  const isAnalysing = status === 'PROCESSING';
  const now = useNow(isAnalysing, progress?.started_at ?? manifest.updated_at);
  return (
    <header className={classes.header}>
      <ActionIcon component={Link} href="/manifests" size="lg" aria-label="Back to the library">
        <IconArrowLeft size={18} stroke={1.5} />
      </ActionIcon>
      <h1 className={classes.title}>{name}</h1>
      <span className={classes.version}>v{manifest.version}</span>
      <StatusLabel status={status}>{isAnalysing ? analysingWords(progress, now) : undefined}</StatusLabel>
      <span className={classes.category}>{categoryLabel(manifest.category)}</span>
      {manifest.tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
      <div className={classes.actions}>
        {manifest.sheet.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="subtle" color="gray" visibleFrom="sm" leftSection={<IconDownload {...ICON} />}>
                Contact sheet
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <ContactSheetItems manifestId={id} />
            </Menu.Dropdown>
          </Menu>
        )}
        <Button
          component="a"
          href={`/api/manifests/${id}/export`}
          download
          variant="subtle"
          color="gray"
          visibleFrom="sm"
          leftSection={<IconFileExport {...ICON} />}
        >
          Export
        </Button>
        <Button component={Link} href={`/manifests/${id}/edit`} leftSection={<IconPencil {...ICON} />}>
          Edit
        </Button>
        {!isAnalysing && (
          <Button
            component={Link}
            href={`/generate?manifest=${id}`}
            variant="filled"
            className={classes.mainAction}
            leftSection={<IconPlayerPlay {...ICON} />}
          >
            Use in a generation
          </Button>
        )}
        <ViewMenu
          manifest={manifest}
          isDuplicating={isDuplicating}
          onDuplicate={onDuplicate}
          onDelete={onDelete}
        />
      </div>
    </header>
  );
}
