import {
  ActionIcon,
  Button,
  Group,
  Progress,
  SegmentedControl,
  Select,
  Text,
  Tooltip,
  VisuallyHidden,
} from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconDownload,
  IconNotes,
} from '@tabler/icons-react';
import { Link } from '#components/ui/link.tsx';
import type { ManifestCategory } from '#lib/schemas/manifest.ts';
import { CATEGORY_OPTIONS } from '../category-label.ts';
import layout from './creator.module.css';
import { useCreator } from './creator-context.tsx';
import { CreatorMenu } from './creator-menu.tsx';
import { CreatorStatus } from './creator-status.tsx';
import { EditableName } from './editable-name.tsx';
import { MainAction } from './main-action.tsx';
import { SavedState } from './saved-state.tsx';
import type { Segment } from './segment-switch.tsx';
import type { Step } from './use-creator-url.ts';

const STEP_DATA: { value: Step; label: string }[] = [
  { value: 'upload', label: 'Upload' },
  { value: 'process', label: 'Process' },
  { value: 'review', label: 'Review' },
];

/** Who this manifest is, where in its making we are, and the one main action. */
export function CreatorHeader({ onSegment }: { onSegment: (segment: Segment) => void }) {
  const { manifest, step, setStep, changeManifest, selection } = useCreator();
  const showAbout = () => {
    selection.select(null);
    onSegment('details');
  };
  return (
    <header className={layout.header}>
      <div className={layout.headerStart}>
        <ActionIcon
          component={Link}
          href="/manifests"
          aria-label="Back to the library"
          className={layout.back}
        >
          <IconArrowLeft size={18} />
        </ActionIcon>
        <VisuallyHidden component="h1">{manifest.name}</VisuallyHidden>
        <EditableName />
        <VersionLink />
        <CreatorStatus />
        <Select
          className={`${layout.wide} ${layout.category}`}
          classNames={{ input: layout.categoryInput }}
          aria-label="Category"
          size="xs"
          allowDeselect={false}
          data={CATEGORY_OPTIONS}
          value={manifest.category}
          onChange={(value) => changeManifest({ category: value as ManifestCategory }, { now: true })}
        />
        <Tooltip label="Description and tags">
          <ActionIcon aria-label="Description and tags" className={layout.wide} onClick={showAbout}>
            <IconNotes size={18} />
          </ActionIcon>
        </Tooltip>
        <div className={layout.wide}>
          <SavedState />
        </div>
      </div>
      <SegmentedControl<Step>
        className={layout.steps}
        aria-label="Step"
        data={STEP_DATA}
        value={step}
        onChange={setStep}
      />
      <Group gap="xs" justify="flex-end" wrap="nowrap" className={layout.headerEnd}>
        <UndoButtons />
        {step === 'review' && <ContactSheetLink />}
        <MainAction />
      </Group>
      <CreatorMenu onAbout={showAbout} />
      <RunBar />
    </header>
  );
}

/** The present version, and the way to the ones before. */
function VersionLink() {
  const { manifest, manifestId } = useCreator();
  const look = { ff: 'monospace', size: 'xs', c: 'var(--vp-t2)', className: layout.wide } as const;
  if (!manifestId) return <Text {...look}>v{manifest.version}</Text>;
  return (
    <Text
      {...look}
      component={Link}
      href={`/manifests/${manifestId}`}
      aria-label={`Versions, now v${manifest.version}`}
    >
      v{manifest.version}
    </Text>
  );
}

/** A review has less room, so they are icons there. */
function UndoButtons() {
  const { undo, step } = useCreator();
  const words = undo.label ? `Undo ${undo.label}` : 'Undo';
  return (
    <>
      {step === 'review' ? (
        <Tooltip label={words}>
          <ActionIcon disabled={undo.label === null} onClick={undo.undo} aria-label={words}>
            <IconArrowBackUp size={18} />
          </ActionIcon>
        </Tooltip>
      ) : (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowBackUp size={18} />}
          disabled={undo.label === null}
          onClick={undo.undo}
          aria-label={words}
        >
          Undo
        </Button>
      )}
      {undo.redoLabel !== null && (
        <Tooltip label={`Redo ${undo.redoLabel}`}>
          <ActionIcon onClick={undo.redo} aria-label={`Redo ${undo.redoLabel}`}>
            <IconArrowForwardUp size={18} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}

/** How far the analysis is, under the whole header. */
function RunBar() {
  const { manifest } = useCreator();
  const run = manifest.processing_progress;
  if (manifest.status !== 'PROCESSING' || !run) return null;
  return (
    <Progress
      className={layout.runBar}
      radius={0}
      aria-label="Analysis"
      value={((run.done + run.failed) / Math.max(run.total, 1)) * 100}
    />
  );
}

function ContactSheetLink() {
  const { manifestId, assets } = useCreator();
  if (!manifestId || assets.length === 0) return null;
  return (
    <Button
      component="a"
      href={`/api/manifests/${manifestId}/contact-sheet`}
      download
      variant="subtle"
      color="gray"
      leftSection={<IconDownload size={18} />}
    >
      Contact sheet
    </Button>
  );
}
