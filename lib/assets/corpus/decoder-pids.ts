import { existsSync, readdirSync, readFileSync } from 'node:fs';

const DECODER = 'decode-child.ts';

/** Process ids of the image decoders that a process has started. Linux only; none elsewhere. */
export function decoderPids(parent: number): number[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isDecoderOf(parent, name))
    .map(Number);
}

function isDecoderOf(parent: number, pid: string): boolean {
  try {
    // "pid (name) state parent …": the name may hold anything.
    const [, ppid] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(ppid) === parent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(DECODER);
  } catch {
    return false;
  }
}
