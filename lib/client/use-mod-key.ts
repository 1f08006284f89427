import { useSyncExternalStore } from 'react';

const never = () => () => {};
const isMacKeyboard = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Whether this keyboard has a command key; false until the browser runs. */
export const useIsMac = () => useSyncExternalStore(never, isMacKeyboard, () => false);

/** What is printed on the key that goes with most shortcuts. */
export const useModKey = () => (useIsMac() ? '⌘' : 'Ctrl');
