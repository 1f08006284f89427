import { TagsInput } from '@mantine/core';
import type { Asset } from '#lib/schemas/asset.ts';
import { ASSET_LIMITS } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';

/** The user's own labels of an asset; offers those used elsewhere in the manifest. */
export function UserTagsField({ asset }: { asset: Asset }) {
  const { assets, changeAsset, saves } = useCreator();
  const known = [...new Set(assets.flatMap((each) => each.user_tags))].toSorted((a, b) => a.localeCompare(b));
  return (
    <TagsInput
      label="Your tags"
      placeholder={asset.user_tags.length === 0 ? 'Add a tag' : ''}
      data={known}
      value={asset.user_tags}
      onChange={(user_tags) => changeAsset(asset.asset_id, { user_tags }, { now: true })}
      maxTags={ASSET_LIMITS.userTags}
      acceptValueOnBlur
      error={saves.fieldError(asset.asset_id, 'user_tags')}
    />
  );
}
