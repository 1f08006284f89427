'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { createManifestAction } from '#lib/actions/manifest-actions.ts';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { unwrap } from '#lib/client/use-action.ts';
import type { ManifestDetail, UpdateManifest } from '#lib/schemas/manifest.ts';

export const UNTITLED = 'Untitled manifest';

/** `isNew`: this very call made the row, with `first` in it. `madeWith`: what this page made it with, if it did. */
export type EnsuredManifest = { id: string; isNew: boolean; madeWith: UpdateManifest };

/**
 * The manifest this page edits. A new one gets its row on the first change or drop, once however often and
 * however fast that is asked for; the URL then becomes that of the manifest without a navigation.
 */
export function useManifestSession(initialId: string | null, onCreated: (id: string) => void) {
  const queryClient = useQueryClient();
  const [manifestId, setManifestId] = useState(initialId);
  const creating = useRef<Promise<string> | null>(initialId ? Promise.resolve(initialId) : null);

  /** What this page itself made the row with; seeing that again is no change by others. */
  const madeWith = useRef<UpdateManifest>({});

  const create = useCallback(
    async (first: UpdateManifest) => {
      madeWith.current = { ...first, name: first.name || UNTITLED };
      const item = unwrap(
        await createManifestAction({
          ...first,
          name: first.name || UNTITLED,
          category: first.category ?? 'CUSTOM',
        }),
      );
      const detail: ManifestDetail = {
        ...item,
        total_processing_cost: 0,
        parent_manifest_id: null,
        owner_project_id: null,
        assets: [],
      };
      queryClient.setQueryData(manifestKeys.detail(item.manifest_id), detail);
      void queryClient.invalidateQueries({ queryKey: manifestKeys.lists() });
      setManifestId(item.manifest_id);
      onCreated(item.manifest_id);
      return item.manifest_id;
    },
    [queryClient, onCreated],
  );

  const ensureManifest = useCallback(
    async (first: UpdateManifest = {}): Promise<EnsuredManifest> => {
      if (creating.current) return { id: await creating.current, isNew: false, madeWith: madeWith.current };
      creating.current = create(first);
      try {
        return { id: await creating.current, isNew: true, madeWith: madeWith.current };
      } catch (error) {
        creating.current = null;
        throw error;
      }
    },
    [create],
  );

  return { manifestId, ensureManifest };
}
