import { Select, TagsInput, Textarea } from '@mantine/core';
import { MANIFEST_LIMITS, type ManifestCategory } from '#lib/schemas/manifest.ts';
import { CATEGORY_OPTIONS } from '../category-label.ts';
import { useCreator } from './creator-context.tsx';
import parts from './parts.module.css';
import { MANIFEST } from './use-autosave.ts';
import { useFieldText } from './use-field-text.ts';

/** The manifest's own texts; here while no image is selected. */
export function AboutPanel() {
  const { manifest, changeManifest, saves, assets } = useCreator();
  const description = useFieldText(
    manifest.description,
    (text) => changeManifest({ description: text }),
    () => saves.flush(MANIFEST),
  );
  return (
    <div className={parts.sideBody}>
      <h2 className={parts.panelTitle}>About this manifest</h2>
      <Textarea
        {...description}
        label="Description"
        placeholder="What it is for, and what all images share"
        autosize
        minRows={3}
        maxRows={14}
        maxLength={MANIFEST_LIMITS.description}
        error={saves.fieldError(MANIFEST, 'description')}
      />
      <Select
        label="Category"
        allowDeselect={false}
        data={CATEGORY_OPTIONS}
        value={manifest.category}
        onChange={(value) => changeManifest({ category: value as ManifestCategory }, { now: true })}
      />
      <TagsInput
        label="Tags"
        placeholder={manifest.tags.length === 0 ? 'Add a tag' : ''}
        value={manifest.tags}
        maxTags={MANIFEST_LIMITS.tags}
        acceptValueOnBlur
        onChange={(tags) => changeManifest({ tags }, { now: true })}
        error={saves.fieldError(MANIFEST, 'tags')}
      />
      {assets.length > 0 && (
        <p className={parts.meta}>Select an image to name it, describe it and set its type.</p>
      )}
    </div>
  );
}
