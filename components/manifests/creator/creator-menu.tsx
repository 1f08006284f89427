import { ActionIcon } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconDots,
  IconDownload,
  IconFileExport,
  IconHistory,
  IconNotes,
} from '@tabler/icons-react';
import { Link } from '#components/ui/link.tsx';
import { Menu } from '#components/ui/menu.tsx';
import layout from './creator.module.css';
import { useCreator } from './creator-context.tsx';
import { STEPS } from './use-creator-url.ts';

const LABELS = { upload: 'Upload', process: 'Process', review: 'Review' };

/** On a phone: what the header has no room for. */
export function CreatorMenu({ onAbout }: { onAbout: () => void }) {
  const { step, setStep, undo, manifestId, assets } = useCreator();
  return (
    <div className={layout.narrow}>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label="More">
            <IconDots size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Step</Menu.Label>
          {STEPS.map((each) => (
            <Menu.Item
              key={each}
              onClick={() => setStep(each)}
              rightSection={each === step ? <IconCheck size={16} aria-label="now" /> : null}
            >
              {LABELS[each]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconNotes size={16} />} onClick={onAbout}>
            Category, description and tags
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowBackUp size={16} />}
            disabled={undo.label === null}
            onClick={undo.undo}
          >
            Undo
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowForwardUp size={16} />}
            disabled={undo.redoLabel === null}
            onClick={undo.redo}
          >
            Redo
          </Menu.Item>
          {manifestId && (
            <Menu.Item
              component={Link}
              href={`/manifests/${manifestId}`}
              leftSection={<IconHistory size={16} />}
            >
              Versions
            </Menu.Item>
          )}
          {manifestId && (
            <Menu.Item
              component="a"
              href={`/api/manifests/${manifestId}/export`}
              download
              leftSection={<IconFileExport size={16} />}
            >
              Export
            </Menu.Item>
          )}
          {manifestId && assets.length > 0 && (
            <Menu.Item
              component="a"
              href={`/api/manifests/${manifestId}/contact-sheet`}
              download
              leftSection={<IconDownload size={16} />}
            >
              Contact sheet
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
