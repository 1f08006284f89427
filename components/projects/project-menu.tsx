'use client';
import { ActionIcon, Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCopy, IconDots, IconGitFork, IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { Link } from '#components/ui/link.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { deleteProjectAction } from '#lib/actions/project-actions.ts';
import { useProjectChange } from '#lib/client/use-project-actions.ts';
import { isActive } from '#lib/projects/project-state.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import { useForkOpen } from './fork/fork-button.tsx';

export function ProjectMenu({ project }: { project: ProjectDetail }) {
  const router = useRouter();
  const [isAsking, ask] = useDisclosure(false);
  const [, setForking] = useForkOpen();
  const remove = useProjectChange(deleteProjectAction);
  const confirm = () => remove.mutate([project.project_id], { onSuccess: () => router.push('/projects') });
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon aria-label="More" style={{ flex: 'none' }}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconGitFork size={16} />}
            onClick={() => setForking(true, { history: 'push' })}
          >
            Fork
          </Menu.Item>
          <Menu.Item
            component={Link}
            href={`/generate?from=${project.project_id}`}
            leftSection={<IconCopy size={16} />}
          >
            Open in the form
          </Menu.Item>
          <Menu.Item color="var(--vp-err)" leftSection={<IconTrash size={16} />} onClick={ask.open}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isAsking} onClose={ask.close} title={`Delete “${project.title}”`} centered>
        <Text size="sm" c="var(--vp-t2)">
          {isActive(project) ? 'The run stops. ' : ''}The film, its scenes and its clips are deleted for good.
          The manifest stays as it is.
        </Text>
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="subtle" color="gray" onClick={ask.close} data-autofocus>
            Keep it
          </Button>
          <Button variant="subtle" c="var(--vp-err)" loading={remove.isPending} onClick={confirm}>
            Delete film
          </Button>
        </Group>
      </Modal>
    </>
  );
}
