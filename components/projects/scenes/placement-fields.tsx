import { CloseButton, Select, TextInput } from '@mantine/core';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { SceneForm } from '#lib/projects/scene-form.ts';
import { defaultPlacement } from '#lib/projects/toggle-placement.ts';
import type { ProjectDetail, ProjectScene } from '#lib/schemas/project.ts';
import { SCENE_LIMITS } from '#lib/schemas/scene-edit-values.ts';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import { AssetSelect } from './asset-select.tsx';
import classes from './scene-editor.module.css';
import { optionsOf, POSITION_WORDS, ROLE_WORDS } from './scene-words.ts';
import { imageOf, useSnapshotAssets } from './use-snapshot-assets.ts';

type Props = { project: ProjectDetail; scene: ProjectScene };

/** Who and what is in the picture, where, and what it does there. */
export function PlacementFields({ project, scene }: Props) {
  const { control, formState } = useFormContext<SceneForm>();
  const { fields, append, prepend, remove } = useFieldArray<SceneForm, 'placements'>({
    control,
    name: 'placements',
  });
  const assets = useSnapshotAssets(project);
  const placed = new Set(fields.map((each) => each.tag));
  const free = assets.filter((asset) => !placed.has(asset.manifest_tag));
  const add = (asset: SnapshotAsset) => {
    const placement = defaultPlacement(asset, fields);
    // The first ground is the one that is drawn.
    if (placement.role === 'plate') prepend(placement, { shouldFocus: false });
    else append(placement, { shouldFocus: false });
  };
  const problem = formState.errors.placements?.root?.message ?? formState.errors.placements?.message;
  return (
    <fieldset className={classes.group}>
      <legend>References</legend>
      {fields.map((field, place) => (
        <PlacementItem
          key={field.id}
          place={place}
          tag={field.tag}
          asset={assets.find((each) => each.manifest_tag === field.tag)}
          name={scene.placements.find((each) => each.tag === field.tag)?.name}
          onRemove={() => remove(place)}
        />
      ))}
      {fields.length === 0 && <p className={classes.quiet}>Nothing of the manifest is in this scene.</p>}
      {problem && <p role="alert">{problem}</p>}
      {assets.length > 0 && fields.length < SCENE_LIMITS.placements && (
        <AssetSelect assets={free} label="Add a reference" onPick={add} />
      )}
    </fieldset>
  );
}

type ItemProps = {
  place: number;
  tag: string;
  asset: SnapshotAsset | undefined;
  name: string | undefined;
  onRemove: () => void;
};

function PlacementItem({ place, tag, asset, name, onRemove }: ItemProps) {
  const { register, formState } = useFormContext<SceneForm>();
  const image = imageOf(asset);
  const error = formState.errors.placements?.[place];
  return (
    <div className={classes.item}>
      <span className={classes.itemPicture}>
        {image && <Picture url={image} sizes="56px" hasAlpha={asset?.has_alpha ?? false} />}
      </span>
      <span className={classes.itemHead}>
        <TagChip tag={tag} />
        {asset?.name ?? name}
        {error?.tag && <span role="alert">{error.tag.message}</span>}
      </span>
      <CloseButton aria-label={`Remove ${tag}`} onClick={onRemove} />
      <div className={classes.itemFields}>
        <PlacementChoice name={`placements.${place}.role`} label={`Role of ${tag}`} words={ROLE_WORDS} />
        <PlacementChoice
          name={`placements.${place}.position`}
          label={`Position of ${tag}`}
          words={POSITION_WORDS}
        />
        <TextInput
          aria-label={`What ${tag} does`}
          placeholder="What it does"
          maxLength={SCENE_LIMITS.action}
          error={error?.action?.message}
          {...register(`placements.${place}.action`)}
        />
      </div>
    </div>
  );
}

type ChoiceProps = {
  name: `placements.${number}.role` | `placements.${number}.position`;
  label: string;
  words: Record<string, string>;
};

function PlacementChoice({ name, label, words }: ChoiceProps) {
  return (
    <Controller<SceneForm, typeof name>
      name={name}
      render={({ field }) => (
        <Select aria-label={label} data={optionsOf(words)} allowDeselect={false} {...field} />
      )}
    />
  );
}
