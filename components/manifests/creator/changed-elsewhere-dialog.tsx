'use client';
import { Button, CopyButton, Group, Modal, Text } from '@mantine/core';
import { TYPE_WORDS } from '#components/manifests/type-words.ts';
import type { Conflict } from '#lib/client/save-queue.ts';
import { type Piece, wordDifferences } from '#lib/client/word-differences.ts';
import { ASSET_LIMITS, assetTypeSchema } from '#lib/schemas/asset.ts';
import { CATEGORY_OPTIONS } from '../category-label.ts';
import dialog from './changed-elsewhere.module.css';
import { useCreator } from './creator-context.tsx';
import { MANIFEST } from './use-autosave.ts';

const FIELD_WORDS: Record<string, string> = {
  name: 'name',
  description: 'description',
  reverse_prompt: 'reverse prompt',
  visual_description: 'visual description',
  category: 'category',
  asset_type: 'type',
  is_primary: 'primary mark',
};
/** Texts that two versions can stand in, one after the other. */
const PROSE = new Set(['description', 'reverse_prompt', 'visual_description']);

type Props = { opened: boolean; onClose: () => void };

/** What was changed here and elsewhere, side by side; or what was typed about something that is gone. */
export function ChangedElsewhereDialog({ opened, onClose }: Props) {
  const { saves } = useCreator();
  const [conflict] = saves.conflicts;
  const [gone] = saves.gone;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={720}
      title={conflict ? 'Changed elsewhere' : 'Deleted elsewhere'}
      closeButtonProps={{ 'aria-label': 'Decide later' }}
    >
      {/* The first focus is on no button: what is being typed must not press one. */}
      <div tabIndex={-1} data-autofocus className={dialog.body}>
        {conflict ? (
          <Compare key={`${conflict.key}.${conflict.field}`} conflict={conflict} />
        ) : (
          gone && <Gone itemKey={gone} />
        )}
      </div>
    </Modal>
  );
}

function Compare({ conflict: { key, field, mine, theirs } }: { conflict: Conflict }) {
  const { saves, assets, manifest } = useCreator();
  const of = key === MANIFEST ? manifest : assets.find((asset) => asset.asset_id === key);
  const [yours, others] = wordDifferences(shown(field, mine), shown(field, theirs));
  const both = `${String(theirs ?? '').trim()}\n\n${String(mine ?? '').trim()}`;
  const isTooLong = [...both].length > ASSET_LIMITS.description;
  return (
    <>
      <Text fz={13} lh="18px" c="var(--vp-t2)">
        The {FIELD_WORDS[field] ?? field} of “{of?.name ?? 'this image'}” was changed by somebody else while
        you were writing. Nothing is lost: choose what stays.
      </Text>
      <div className={dialog.sides}>
        <Side title="Yours" pieces={yours} />
        <Side title="Theirs" pieces={others} />
      </div>
      <Group gap="sm" justify="flex-end">
        {PROSE.has(field) && (
          <Button disabled={isTooLong} onClick={() => saves.resolve(key, field, both)}>
            {isTooLong ? 'Both together are too long' : 'Keep both'}
          </Button>
        )}
        <Button onClick={() => saves.resolve(key, field)}>Take theirs</Button>
        <Button onClick={() => saves.resolve(key, field, mine)}>Keep mine</Button>
      </Group>
    </>
  );
}

function shown(field: string, value: unknown): string {
  if (field === 'asset_type') return TYPE_WORDS[assetTypeSchema.parse(value)].one;
  if (field === 'category') return CATEGORY_OPTIONS.find((option) => option.value === value)?.label ?? '';
  if (typeof value === 'boolean') return value ? 'Marked' : 'Not marked';
  return String(value ?? '');
}

function Side({ title, pieces }: { title: string; pieces: Piece[] }) {
  return (
    <section className={dialog.side} aria-label={title}>
      <h3 className={dialog.sideTitle}>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keys */}
      <p className={dialog.text} tabIndex={0}>
        {pieces.length === 0 && <span className={dialog.nothing}>Empty</span>}
        {pieces.map(({ text, differs }, i) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name
          differs ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>,
        )}
      </p>
    </section>
  );
}

/** The texts that have nowhere to go any more. */
function Gone({ itemKey }: { itemKey: string }) {
  const { saves } = useCreator();
  const draft = saves.draft(itemKey);
  const text = Object.entries(draft)
    .map(([field, value]) => (Array.isArray(value) ? value.join(', ') : shown(field, value)))
    .join('\n\n');
  return (
    <>
      <Text fz={13} lh="18px" c="var(--vp-t2)">
        {itemKey === MANIFEST
          ? 'This manifest was deleted elsewhere. It may be in the trash of the library, to be restored.'
          : 'This image, or its whole manifest, was deleted elsewhere.'}{' '}
        What you wrote could not be saved. Copy it before you discard it.
      </Text>
      <Side title="Yours" pieces={[{ text, differs: false }]} />
      <Group gap="sm" justify="flex-end">
        <Button variant="subtle" color="var(--vp-err)" onClick={() => saves.drop(itemKey)}>
          Discard
        </Button>
        <CopyButton value={text}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy the text'}</Button>}
        </CopyButton>
      </Group>
    </>
  );
}
