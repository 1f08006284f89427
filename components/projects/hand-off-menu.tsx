'use client';
import { Button } from '@mantine/core';
import { IconChevronDown, IconFileExport } from '@tabler/icons-react';
import { Menu } from '#components/ui/menu.tsx';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './hand-off.module.css';

type Download = { label: string; path: string };

const FILES: Download[] = [
  { label: 'Film (MP4)', path: 'film?download=1' },
  { label: 'Keyframes (zip)', path: 'keyframes.zip' },
  { label: 'Storyboard (PDF)', path: 'storyboard?format=pdf' },
  { label: 'Storyboard (CSV)', path: 'storyboard?format=csv' },
];
const EDIT_LISTS: Download[] = [
  { label: 'OpenTimelineIO', path: 'hand-off?format=otio&media=1' },
  { label: 'Final Cut Pro XML', path: 'hand-off?format=fcpxml&media=1' },
  { label: 'EDL (CMX 3600)', path: 'hand-off?format=edl&media=1' },
];
const LOCKED: Download[] = [
  { label: 'Lockfile', path: 'lockfile?download=1' },
  { label: 'Bundle with its images', path: 'bundle' },
];

/** Everything that leaves with a finished film: files, packages for an editor, what makes it again. */
export function HandOffMenu({ project }: { project: ProjectDetail }) {
  const isFresh = !project.is_film_stale;
  const isWhole = isFresh && project.status === 'complete';
  const items = (downloads: Download[], isOn = true) =>
    downloads.map(({ label, path }) =>
      isOn ? (
        <Menu.Item key={path} component="a" href={`/api/projects/${project.project_id}/${path}`} download>
          {label}
        </Menu.Item>
      ) : (
        <Menu.Item key={path} disabled>
          {label}
        </Menu.Item>
      ),
    );
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button
          variant="subtle"
          className={classes.button}
          aria-label="Hand off"
          leftSection={<IconFileExport size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          Hand off
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!isFresh && <Menu.Label>The film was changed. Bring it up to date first.</Menu.Label>}
        <Menu.Label>Files</Menu.Label>
        {items(FILES)}
        <Menu.Label>For an editor, with media</Menu.Label>
        {items(EDIT_LISTS, isFresh)}
        <Menu.Label>To make it again</Menu.Label>
        {items(LOCKED, isWhole)}
      </Menu.Dropdown>
    </Menu>
  );
}
