'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { isOverlayOpen, showOverlay, toggleOverlay } from '#lib/client/overlay.ts';
import { GLOBAL_SHORTCUTS, type GlobalShortcut, SHORTCUTS } from '#lib/client/shortcuts.ts';

/** How long the first key of a sequence waits for the second. */
const SEQUENCE_MS = 1500;

const BY_KEYS = new Map(
  Object.entries(GLOBAL_SHORTCUTS).map(([name, { keys }]) => [
    keys.map((way) => way.join(' ')).join(),
    name as GlobalShortcut,
  ]),
);
/** Keys that begin a sequence of any place: what follows one of them is no key of its own. */
const FIRST_KEYS = new Set(
  SHORTCUTS.flatMap(({ keys }) => keys.filter((way) => way.length > 1).map((way) => way[0])),
);

const TYPING =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [role="menu"] *';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPING));

const isInDialog = () => document.querySelector('[aria-modal="true"]') !== null;

/** The field that searches what is on the page. */
const pageSearch = () => document.querySelector<HTMLInputElement>('main input[type="search"]');

/**
 * Listens to the keys that work everywhere. They rest while somebody types and while a dialog is open; only the
 * palette's own key is heard in fields too. It hears before the keys of a page do, so "g p" is not that page's "p".
 */
export function useGlobalKeys(): void {
  const router = useRouter();
  useEffect(() => {
    let first = '';
    let firstAt = 0;
    const run: Record<GlobalShortcut, () => void> = {
      palette: () => toggleOverlay('palette'),
      search: () => (pageSearch() ? pageSearch()?.focus() : showOverlay('palette')),
      create: () => router.push('/manifests/new'),
      generate: () => router.push('/generate'),
      library: () => router.push('/manifests'),
      projects: () => router.push('/projects'),
      docs: () => router.push('/docs'),
      help: () => showOverlay('shortcuts'),
    };
    function onKeyDown(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (event.isComposing || key === 'Shift') return;
      const isMod = ctrlKey || metaKey;
      const began = first !== '' && event.timeStamp - firstAt < SEQUENCE_MS ? `${first} ` : '';
      first = '';
      if (
        isMod ? !isOverlayOpen() && isInDialog() : isTyping(event.target) || isInDialog() || isOverlayOpen()
      )
        return;
      if (altKey) return;
      const shortcut = BY_KEYS.get(`${began}${isMod ? 'mod+' : ''}${key}`);
      if (shortcut) {
        event.preventDefault();
        event.stopImmediatePropagation();
        run[shortcut]();
      } else if (began === '' && !isMod && FIRST_KEYS.has(key)) {
        first = key;
        firstAt = event.timeStamp;
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [router]);
}
