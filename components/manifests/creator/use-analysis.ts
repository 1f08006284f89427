'use client';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ActionResult } from '#lib/actions/action-result.ts';
import { reprocessAssetAction } from '#lib/actions/asset-actions.ts';
import { cancelProcessingAction, processManifestAction } from '#lib/actions/manifest-actions.ts';
import { changeCachedManifest, refreshManifest } from '#lib/client/manifest-cache.ts';
import type { SaveQueue } from '#lib/client/save-queue.ts';
import { unwrap } from '#lib/client/use-action.ts';
import { AppError } from '#lib/errors.ts';
import type { ProcessScope } from '#lib/schemas/manifest.ts';

type Analysing = { manifestId: string | null; saves: SaveQueue; onStarted: () => void };

/** Starts, repeats and stops the analysis of a manifest. */
export function useAnalysis({ manifestId, saves, onStarted }: Analysing) {
  const queryClient = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const running = useRef(false);

  async function run(call: (id: string) => Promise<ActionResult<unknown>>, after?: () => void) {
    // A ref, not the state: a second press comes before the first has rendered.
    if (!manifestId || running.current) return;
    running.current = true;
    setIsBusy(true);
    // Descriptions feed the analysis: what was typed goes first (actions run in order).
    saves.flush();
    try {
      unwrap(await call(manifestId));
      after?.();
    } catch (error) {
      const detail = error instanceof AppError ? error.detail : null;
      notifications.show({ color: 'red', message: detail ?? 'The server cannot be reached. Try again.' });
    } finally {
      running.current = false;
      setIsBusy(false);
      await refreshManifest(queryClient, manifestId);
    }
  }

  const markRunning = () => {
    if (!manifestId) return;
    void changeCachedManifest(queryClient, manifestId, (detail) => ({ ...detail, status: 'PROCESSING' }));
  };

  return {
    isBusy,
    start: (scope: ProcessScope = 'missing') =>
      run(
        (id) => processManifestAction(id, scope),
        () => {
          markRunning();
          onStarted();
        },
      ),
    again: (assetId: string) => run(() => reprocessAssetAction(assetId), markRunning),
    cancel: () => run((id) => cancelProcessingAction(id)),
  };
}
