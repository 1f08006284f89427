import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import type { SceneForm } from '#lib/projects/scene-form.ts';
import { SCENE_LIMITS } from '#lib/schemas/scene-edit-values.ts';
import classes from './scene-editor.module.css';
import { MOVE_WORDS, optionsOf, SHOT_WORDS, TRANSITION_WORDS } from './scene-words.ts';

const { min, max } = SCENE_LIMITS.duration;

/** What the scene shows, how it is shot and how long it is. */
export function SceneFields({ isFirst }: { isFirst: boolean }) {
  const { register, formState } = useFormContext<SceneForm>();
  const { errors } = formState;
  return (
    <>
      <TextInput
        label="Title"
        maxLength={SCENE_LIMITS.title}
        data-autofocus
        error={errors.title?.message}
        {...register('title', {
          validate: (text) => text.trim().length > 0 || 'Give the scene a title.',
        })}
      />
      <TextInput
        label="Slug line"
        placeholder="EXT. HARBOUR AT DUSK"
        maxLength={SCENE_LIMITS.slugLine}
        error={errors.slug_line?.message}
        {...register('slug_line')}
      />
      <Textarea
        label="Text"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={SCENE_LIMITS.description}
        error={errors.description?.message}
        {...register('description')}
      />
      <div className={classes.two}>
        <Choice name="shot_type" label="Shot" words={SHOT_WORDS} />
        <Choice name="camera_move" label="Camera" words={MOVE_WORDS} />
        <Choice
          name="transition"
          label="Begins with"
          words={TRANSITION_WORDS}
          description={isFirst ? 'The first scene comes out of the title.' : undefined}
        />
        <Controller
          name="duration"
          rules={{
            validate: (value) =>
              (value !== '' && Number(value) >= min && Number(value) <= max) || `${min} to ${max} seconds.`,
          }}
          render={({ field, fieldState }) => (
            <NumberInput
              label="Length in seconds"
              min={min}
              max={max}
              step={0.5}
              decimalScale={2}
              clampBehavior="none"
              stepHoldDelay={400}
              stepHoldInterval={80}
              error={fieldState.error?.message}
              {...field}
            />
          )}
        />
      </div>
    </>
  );
}

type ChoiceProps = {
  name: 'shot_type' | 'camera_move' | 'transition';
  label: string;
  words: Record<string, string>;
  description?: string | undefined;
};

function Choice({ name, label, words, description }: ChoiceProps) {
  return (
    <Controller<SceneForm, typeof name>
      name={name}
      render={({ field, fieldState }) => (
        <Select
          label={label}
          data={optionsOf(words)}
          allowDeselect={false}
          description={description}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={fieldState.error?.message}
          {...field}
        />
      )}
    />
  );
}

/** What is heard, what goes on from the scene before, and what moves. */
export function SoundFields() {
  const { register, formState } = useFormContext<SceneForm>();
  const { errors } = formState;
  return (
    <>
      <Textarea
        label="Effects"
        description="One a line"
        autosize
        minRows={1}
        maxRows={6}
        error={errors.effects?.message}
        {...register('effects')}
      />
      <div className={classes.two}>
        <TextInput
          label="Ambience"
          maxLength={SCENE_LIMITS.ambience}
          error={errors.ambience?.message}
          {...register('ambience')}
        />
        <TextInput
          label="Music"
          maxLength={SCENE_LIMITS.music}
          error={errors.music?.message}
          {...register('music')}
        />
      </div>
      <Textarea
        label="Continuity"
        description="What stays as in the scene before, one a line"
        autosize
        minRows={1}
        maxRows={6}
        error={errors.continuity?.message}
        {...register('continuity')}
      />
      <Textarea
        label="Motion"
        description="What moves and how, for video models"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={SCENE_LIMITS.motionPrompt}
        error={errors.motion_prompt?.message}
        {...register('motion_prompt')}
      />
    </>
  );
}
