import { useController } from 'react-hook-form';
import { EditableTitle } from '#components/ui/editable-title.tsx';
import { type GenerateInput, PROJECT_LIMITS } from '#lib/schemas/project.ts';
import { fieldMessage } from './field-message.ts';
import classes from './generate.module.css';

export function FormTitle({ isKept }: { isKept: boolean }) {
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
      <span className={classes.quiet} role="status">
        {isKept && 'Draft kept in this browser'}
      </span>
    </header>
  );
}
