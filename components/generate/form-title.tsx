import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useController } from 'react-hook-form';
import { EditableTitle } from '#components/ui/editable-title.tsx';
import { type GenerateInput, PROJECT_LIMITS } from '#lib/schemas/project.ts';
import { fieldMessage } from './field-message.ts';
import classes from './generate.module.css';
import type { DraftState } from './use-draft.ts';

type Props = { draft: DraftState /** Images are not part of what is kept. */; imageCount: number };

export function FormTitle({ draft: { isKept, earlier }, imageCount }: Props) {
  const { field, fieldState } = useController<GenerateInput, 'title'>({ name: 'title' });
  return (
    <header className={classes.header}>
      <h1>
        <EditableTitle
          value={field.value ?? ''}
          label="Film title"
          placeholder="Untitled film"
          maxLength={PROJECT_LIMITS.title}
          error={fieldMessage(fieldState.error)}
          onSave={(title) => field.onChange(title || null)}
        />
      </h1>
      <span className={classes.headerEnd}>
        <span className={classes.quiet} role="status">
          {isKept && keptWords(imageCount)}
        </span>
        {earlier && (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconHistory size={16} />}
            title={earlier.prompt.slice(0, 200)}
            onClick={earlier.bringBack}
          >
            Bring back my draft
          </Button>
        )}
      </span>
    </header>
  );
}

function keptWords(imageCount: number): string {
  if (imageCount === 0) return 'Draft kept in this browser';
  return `Draft kept in this browser, without its ${imageCount === 1 ? 'image' : `${imageCount} images`}`;
}
