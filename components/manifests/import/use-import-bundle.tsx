import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { Link } from '#components/ui/link.tsx';
import { showProblem, showUndo } from '#components/ui/show-undo.tsx';
import { undoImportAction } from '#lib/actions/bundle-actions.ts';
import { importBundle, isZipName, previewBundle } from '#lib/client/import-bundle.ts';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { useAction } from '#lib/client/use-action.ts';
import { AppError } from '#lib/errors.ts';
import type { ImportChoice, ImportedItem } from '#lib/schemas/bundle.ts';
import classes from './import.module.css';
import { doneWords } from './import-words.ts';

/** A bundle on its way in: sent to be looked at, looked at, sent to be imported. */
export function useImportBundle(onDone: () => void) {
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [sentBytes, setSentBytes] = useState(0);
  const [choices, setChoices] = useState<ReadonlyMap<number, ImportChoice>>(new Map());
  const abort = useRef(new AbortController());
  // One key for one set of choices: pressed twice, or again after a lost connection, it imports once.
  const key = useRef('');
  const renew = () => {
    key.current = uuid();
  };
  const refresh = () => queryClient.invalidateQueries({ queryKey: manifestKeys.all });
  const undo = useAction(undoImportAction, {
    onSettled: refresh,
    onError: showProblem,
  });

  const preview = useMutation({
    mutationFn: (chosen: File) => {
      if (!isZipName(chosen.name))
        throw new AppError('unsupported-media-type', {
          detail: `${chosen.name} is not a zip file. Choose a .manifest.zip.`,
        });
      return previewBundle({ file: chosen, onProgress: setSentBytes, signal: abort.current.signal });
    },
  });
  const run = useMutation({
    mutationFn: (chosen: File) =>
      importBundle({
        file: chosen,
        choices,
        key: key.current,
        onProgress: setSentBytes,
        signal: abort.current.signal,
      }),
    onError: (error) => {
      // A refusal is an answer and would be given again; without an answer the same key finds out what happened.
      if (error instanceof AppError && error.code !== 'unavailable') renew();
    },
    onSuccess: async ({ manifests }) => {
      await refresh();
      onDone();
      showDone(manifests, (input) => undo.mutate([input]));
    },
  });

  useEffect(() => {
    const controller = new AbortController();
    abort.current = controller;
    return () => controller.abort();
  }, []);

  return {
    file,
    items: preview.data?.manifests ?? null,
    choices,
    error: run.error ?? preview.error,
    isBusy: preview.isPending || run.isPending,
    isImporting: run.isPending,
    /** 0…1 of the file that is being sent. */
    sent: file ? Math.min(1, sentBytes / Math.max(1, file.size)) : 0,
    open: (chosen: File) => {
      setFile(chosen);
      setSentBytes(0);
      setChoices(new Map());
      renew();
      run.reset();
      preview.mutate(chosen);
    },
    choose: (index: number, choice: ImportChoice) => {
      setChoices(new Map(choices).set(index, choice));
      renew();
    },
    start: () => {
      if (!file) return;
      setSentBytes(0);
      run.mutate(file);
    },
  };
}

function showDone(
  items: ImportedItem[],
  onUndo: (input: { manifest_ids: string[]; asset_ids: string[] }) => void,
): void {
  const { linked, text } = doneWords(items);
  const manifest_ids = items.flatMap((item) => (item.outcome === 'created' ? [item.manifest_id] : []));
  const asset_ids = items.flatMap((item) => (item.outcome === 'merged' ? item.added_asset_ids : []));
  const words = linked ? (
    <>
      <Link href={`/manifests/${linked.manifest_id}`} className={classes.toastLink}>
        {linked.name}
      </Link>{' '}
      {text}
    </>
  ) : (
    text
  );
  const hasUndo = manifest_ids.length + asset_ids.length > 0;
  showUndo(hasUndo ? words : text, hasUndo ? () => onUndo({ manifest_ids, asset_ids }) : undefined);
}
