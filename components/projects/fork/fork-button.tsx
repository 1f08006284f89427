'use client';
import { Button } from '@mantine/core';
import { IconGitFork } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { parseAsBoolean, useQueryState } from 'nuqs';
import type { ProjectDetail } from '#lib/schemas/project.ts';

const ForkDialog = dynamic(() => import('./fork-dialog.tsx').then((file) => file.ForkDialog), { ssr: false });

/** `?fork=true`: the settings of a fork are open. */
export const useForkOpen = () => useQueryState('fork', parseAsBoolean.withDefault(false));

/** Opens the settings of a new film that begins from this one. */
export function ForkButton() {
  const [, setOpen] = useForkOpen();
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconGitFork size={16} />}
      onClick={() => setOpen(true, { history: 'push' })}
    >
      Fork
    </Button>
  );
}

/** The dialog that the button and the menu open. */
export function ForkPlace({ project }: { project: ProjectDetail }) {
  const [isOpen, setOpen] = useForkOpen();
  return isOpen && <ForkDialog project={project} onClose={() => setOpen(null)} />;
}
