import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { type LockfileFiles, makeFromLockfile, previewLockfile } from '#lib/client/from-lockfile.ts';
import { projectKeys } from '#lib/client/project-queries.ts';
import { AppError } from '#lib/errors.ts';

const NONE: LockfileFiles = { lockfile: null, bundle: null };
const REFUSED = 'Choose a lockfile (.json) or the bundle of a film (.film.zip).';

/** A lockfile on its way to a film: looked at, completed by its bundle, made. */
export function useFromLockfile(onDone: () => void) {
  const queryClient = useQueryClient();
  const router = useRouter();
  const [files, setFiles] = useState(NONE);
  const [sentBytes, setSentBytes] = useState(0);
  const abort = useRef(new AbortController());
  // Pressed twice, or again after a lost answer, it makes one film.
  const key = useRef(uuid());
  useEffect(() => {
    const controller = new AbortController();
    abort.current = controller;
    return () => controller.abort();
  }, []);

  const preview = useMutation({
    mutationFn: ({ chosen, isRefused }: { chosen: LockfileFiles; isRefused: boolean }) => {
      if (isRefused) throw new AppError('unsupported-media-type', { detail: REFUSED });
      return previewLockfile({ files: chosen, onProgress: setSentBytes, signal: abort.current.signal });
    },
  });
  const run = useMutation({
    mutationFn: () =>
      makeFromLockfile({ files, key: key.current, onProgress: setSentBytes, signal: abort.current.signal }),
    onError: (error) => {
      if (error instanceof AppError && error.code !== 'unavailable') key.current = uuid();
    },
    onSuccess: async ({ project_id }) => {
      await queryClient.invalidateQueries({ queryKey: projectKeys.lists() });
      onDone();
      router.push(`/projects/${project_id}`);
    },
  });
  const bytes = (files.lockfile?.size ?? 0) + (files.bundle?.size ?? 0);
  return {
    files,
    preview: preview.data ?? null,
    error: run.error ?? preview.error,
    isBusy: preview.isPending || run.isPending,
    isMaking: run.isPending || run.isSuccess,
    /** 0…1 of what is being sent. */
    sent: Math.min(1, sentBytes / Math.max(1, bytes)),
    /** A lockfile and a bundle add to each other; another of the same kind takes its place. */
    add: (added: File[]) => {
      const zip = added.find((file) => /\.zip$/i.test(file.name));
      const json = added.find((file) => /\.json$/i.test(file.name));
      const isKnown = preview.isSuccess;
      const chosen = {
        lockfile: json ?? (isKnown && zip ? files.lockfile : null),
        bundle: zip ?? null,
      };
      setFiles(chosen);
      setSentBytes(0);
      key.current = uuid();
      run.reset();
      preview.mutate({ chosen, isRefused: !zip && !json });
    },
    start: () => {
      setSentBytes(0);
      run.mutate();
    },
  };
}
