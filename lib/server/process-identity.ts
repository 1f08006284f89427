import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * When process `pid` was started, as text that only equals itself; empty when there is no such process. Together
 * with the number it names a process for good: numbers alone are given again, in containers within seconds.
 */
export function processStart(pid: number): string {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return '';
  }
  if (!existsSync('/proc/self/stat'))
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  try {
    // Fields after the name, which may itself hold spaces and brackets; the 20th of them is the start in clock ticks.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '';
  }
}

export function isSameProcess(pid: number, started: string): boolean {
  return started !== '' && processStart(pid) === started;
}
