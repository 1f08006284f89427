import { Kbd } from '@mantine/core';
import { keySigns } from '#lib/client/shortcuts.ts';

/** The keys of one way to press a shortcut, as they are printed. */
export function KeySigns({ keys, isMac }: { keys: readonly string[]; isMac: boolean }) {
  return keys
    .flatMap((combination) => keySigns(combination, isMac))
    .map((sign, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: "G G" has the same key twice, in a fixed order
      <Kbd key={index}>{sign}</Kbd>
    ));
}
