'use client';
import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import { itemsOf, manifestListOptions, NO_FILTERS } from '#lib/client/manifest-queries.ts';
import type { Destination } from '#lib/schemas/asset-bulk.ts';
import { MANIFEST_LIMITS } from '#lib/schemas/manifest.ts';
import { imagesWords } from './asset-words.ts';
import { useCreator } from './creator-context.tsx';
import classes from './transfer-dialog.module.css';

type Props = { op: 'copy' | 'move'; ids: string[]; onClose: () => void };

/** Chooses the manifest that images are copied or moved to: one of the library, or a new one. */
export function TransferDialog({ op, ids, onClose }: Props) {
  useReturnFocus();
  const { bulk } = useCreator();
  const [isBusy, setIsBusy] = useState(false);
  const [newName, setNewName] = useState<string | null>(null);
  const verb = op === 'copy' ? 'Copy' : 'Move';

  const take = async (to: Destination) => {
    setIsBusy(true);
    const isDone = await bulk.transfer(op, ids, to);
    setIsBusy(false);
    if (isDone) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (newName?.trim()) void take({ name: newName.trim() });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={`${verb} ${imagesWords(ids.length)} to`}
      size={480}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.body}>
        <Text fz={12} lh="16px" c="var(--vp-t3)">
          {op === 'copy'
            ? 'The copies get new tags there. What the analysis found comes along.'
            : 'They get new tags there. Their tags here are not given to another image.'}
        </Text>
        {newName === null ? (
          <>
            <ManifestChoice isBusy={isBusy} onChoose={(manifest_id) => void take({ manifest_id })} />
            <Button
              variant="subtle"
              color="gray"
              className={classes.new}
              leftSection={<IconPlus size={18} />}
              onClick={() => setNewName('')}
            >
              New manifest…
            </Button>
          </>
        ) : (
          <form onSubmit={submit} className={classes.body}>
            <TextInput
              label="Name of the new manifest"
              data-autofocus
              autoFocus
              maxLength={MANIFEST_LIMITS.name}
              value={newName}
              onChange={(event) => setNewName(event.currentTarget.value)}
            />
            <Group gap="sm" justify="flex-end">
              <Button variant="subtle" color="gray" onClick={() => setNewName(null)}>
                Back
              </Button>
              <Button type="submit" loading={isBusy} disabled={newName.trim() === ''}>
                {verb} there
              </Button>
            </Group>
          </form>
        )}
      </div>
    </Modal>
  );
}

function ManifestChoice({ isBusy, onChoose }: { isBusy: boolean; onChoose: (id: string) => void }) {
  const { manifestId } = useCreator();
  const [q, setQ] = useState('');
  const [settled] = useDebouncedValue(q, 200);
  const list = useInfiniteQuery(manifestListOptions({ ...NO_FILTERS, q: settled }));
  const items = (list.data ? itemsOf(list.data) : []).filter((item) => item.manifest_id !== manifestId);
  return (
    <>
      <TextInput
        data-autofocus
        aria-label="Search manifests"
        placeholder="Search manifests"
        leftSection={<IconSearch size={16} />}
        value={q}
        maxLength={MANIFEST_LIMITS.search}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <ul className={classes.list} aria-label="Manifests">
        {items.map((item) => (
          <li key={item.manifest_id}>
            <button
              type="button"
              className={classes.row}
              disabled={isBusy}
              onClick={() => onChoose(item.manifest_id)}
            >
              <span className={classes.thumb}>
                {item.sheet[0]?.thumbnail_url && (
                  <img src={item.sheet[0].thumbnail_url} alt="" loading="lazy" />
                )}
              </span>
              <span className={classes.name}>{item.name}</span>
              <span className={classes.count}>{imagesWords(item.asset_count)}</span>
            </button>
          </li>
        ))}
        {list.hasNextPage && (
          <li>
            <Button
              variant="subtle"
              color="gray"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              More manifests
            </Button>
          </li>
        )}
      </ul>
      {list.isSuccess && items.length === 0 && (
        <Text fz={13} c="var(--vp-t2)">
          {q ? `Nothing matches “${q}”.` : 'There is no other manifest yet.'}
        </Text>
      )}
      {list.isError && (
        <Text fz={13} c="var(--vp-err)" role="alert">
          The library could not be read. Search again in a moment.
        </Text>
      )}
    </>
  );
}
