import { PROJECT_LIMITS } from '../schemas/project-values.ts';

/** `{title} (Fork)`, of a fork `{title} (Fork 2)` and so on; cut so that it stays a title. */
export function forkTitle(title: string): string {
  const [, base = title, number] = /^(.*) \(Fork(?: (\d{1,6}))?\)$/su.exec(title) ?? [];
  const suffix = base === title ? ' (Fork)' : ` (Fork ${Number(number ?? 1) + 1})`;
  return (
    [...base]
      .slice(0, PROJECT_LIMITS.title - suffix.length)
      .join('')
      .trimEnd() + suffix
  );
}
