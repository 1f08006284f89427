import { Button, CloseButton, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Controller, useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { SceneForm } from '#lib/projects/scene-form.ts';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import { SCENE_LIMITS } from '#lib/schemas/scene-edit-values.ts';
import classes from './scene-editor.module.css';
import { useSnapshotAssets } from './use-snapshot-assets.ts';

/** Who says what, and when. */
export function DialogueFields({ project }: { project: ProjectDetail }) {
  const { control } = useFormContext<SceneForm>();
  const { fields, append, remove } = useFieldArray<SceneForm, 'dialogue'>({ control, name: 'dialogue' });
  const placements = useWatch<SceneForm, 'placements'>({ name: 'placements' });
  const assets = useSnapshotAssets(project);
  const cast = assets.filter((each) => each.asset_type === 'CHARACTER');
  const names = new Map(assets.map((each) => [each.manifest_tag, each.name]));
  const tags = new Set([
    ...placements.filter((each) => each.role === 'subject').map((each) => each.tag),
    ...cast.map((each) => each.manifest_tag),
    ...fields.map((each) => each.speaker).filter((tag) => tag !== ''),
  ]);
  const speakers = [
    { value: '', label: 'A voice' },
    ...[...tags].map((tag) => ({ value: tag, label: `${tag} ${names.get(tag) ?? ''}`.trim() })),
  ];
  return (
    <fieldset className={classes.group}>
      <legend>Dialogue</legend>
      {fields.map((field, place) => (
        <DialogueLine key={field.id} place={place} speakers={speakers} onRemove={() => remove(place)} />
      ))}
      {fields.length < SCENE_LIMITS.dialogueLines && (
        <Button
          leftSection={<IconPlus size={16} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => append({ speaker: '', text: '', starts_at: 0 })}
        >
          Add a line
        </Button>
      )}
    </fieldset>
  );
}

type LineProps = {
  place: number;
  speakers: { value: string; label: string }[];
  onRemove: () => void;
};

function DialogueLine({ place, speakers, onRemove }: LineProps) {
  const { register, formState } = useFormContext<SceneForm>();
  const error = formState.errors.dialogue?.[place];
  const line = `line ${place + 1}`;
  return (
    <div className={classes.line}>
      <div className={classes.lineSpeaker}>
        {' '}
        <Controller<SceneForm, `dialogue.${number}.speaker`>
          name={`dialogue.${place}.speaker`}
          render={({ field }) => (
            <Select
              aria-label={`Speaker of ${line}`}
              data={speakers}
              allowDeselect={false}
              error={error?.speaker?.message}
              {...field}
            />
          )}
        />
      </div>{' '}
      <TextInput
        className={classes.lineText}
        placeholder="Words"
        aria-label={`Words of ${line}`}
        maxLength={SCENE_LIMITS.dialogueText}
        error={error?.text?.message}
        {...register(`dialogue.${place}.text`, {
          validate: (text) => text.trim().length > 0 || 'Write what is said.',
        })}
      />
      <div className={classes.lineStart}>
        {' '}
        <Controller<SceneForm, `dialogue.${number}.starts_at`>
          name={`dialogue.${place}.starts_at`}
          rules={{ validate: (value) => (value !== '' && Number(value) >= 0) || 'Seconds.' }}
          render={({ field, fieldState }) => (
            <NumberInput
              aria-label={`Start of ${line} in seconds`}
              min={0}
              max={SCENE_LIMITS.duration.max}
              step={0.5}
              decimalScale={2}
              suffix=" s"
              error={fieldState.error?.message}
              {...field}
            />
          )}
        />
      </div>{' '}
      <CloseButton aria-label={`Remove ${line}`} onClick={onRemove} />
    </div>
  );
}
