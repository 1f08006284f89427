'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { findUsageAction } from '#lib/actions/version-actions.ts';
import { unwrap } from '#lib/client/use-action.ts';
import type { Usage } from '#lib/schemas/usage.ts';

const DeleteUsedDialog = dynamic(
  () => import('./delete-used-dialog.tsx').then((file) => file.DeleteUsedDialog),
  { ssr: false },
);

type Asked = { ids: string[]; what: string; usage: Usage };

/**
 * Deletes assets at once while no film can hold them; else looks first, and asks when a film does. A question that
 * cannot be answered stands in nobody's way: deleting has its undo, and films keep their copies.
 */
export function useDeleteGuard<T>(remove: (ids: string[]) => T) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);

  async function look(ids: string[], what: string) {
    const usage = await findUsageAction(ids).then(unwrap, () => null);
    if (usage && usage.film_count > 0) setAsked({ ids, what, usage });
    else remove(ids);
  }

  return {
    /** What `remove` answers, or null while it is looked at. `canBeUsed`: a film was made with the manifest. */
    remove: (ids: string[], what: string, canBeUsed: boolean): T | null => {
      if (!canBeUsed) return remove(ids);
      void look(ids, what);
      return null;
    },
    dialog: asked && (
      <DeleteUsedDialog
        what={asked.what}
        usage={asked.usage}
        onClose={close}
        onDelete={() => {
          remove(asked.ids);
          close();
        }}
      />
    ),
  };
}
