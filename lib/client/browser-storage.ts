/** The storage of this browser or tab; null where it is closed (private mode, settings) or there is no browser. */
export function openStorage(which: 'local' | 'session'): Storage | null {
  try {
    return which === 'local' ? window.localStorage : window.sessionStorage;
  } catch {
    return null;
  }
}
