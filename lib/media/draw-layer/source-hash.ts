import { createHash } from 'node:crypto';

/** What a source is, whatever its line ends are. */
export const sourceHash = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
