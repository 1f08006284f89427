'use client';
import { usePathname } from 'next/navigation';
import { useCallback, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { CreatorWorkspace } from './creator-workspace.tsx';

const EDIT_PATH = /^\/manifests\/([0-9a-f-]{36})\/edit$/;

type Session = { key: string; id: string | null; created: string | null };

/**
 * The creator of a new or existing manifest. A new manifest gets its row, and the page its URL, while the page
 * stays: uploads, focus and typed text live on. Any other change of the URL begins afresh.
 */
export function ManifestCreator({ manifestId }: { manifestId: string | null }) {
  const pathname = usePathname();
  const routeId = EDIT_PATH.exec(pathname)?.[1] ?? null;
  const [session, setSession] = useState<Session>({
    key: manifestId ?? 'new',
    id: manifestId,
    created: null,
  });

  if (routeId !== session.id) {
    const isOurs = routeId !== null && routeId === session.created;
    setSession(isOurs ? { ...session, id: routeId } : { key: routeId ?? uuid(), id: routeId, created: null });
  }

  const onCreated = useCallback((id: string) => {
    setSession((now) => ({ ...now, created: id }));
    // Not a navigation: the router only learns the new address.
    window.history.replaceState(null, '', `/manifests/${id}/edit${window.location.search}`);
  }, []);

  return (
    <CreatorWorkspace key={session.key} manifestId={session.id ?? session.created} onCreated={onCreated} />
  );
}
