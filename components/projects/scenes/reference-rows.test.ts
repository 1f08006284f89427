import { expect, it } from 'vitest';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import type { Placement } from '#lib/schemas/storyboard.ts';
import { placedTags, referenceRows } from './reference-rows.ts';

const asset = (manifest_tag: string, name: string) =>
  ({ manifest_tag, name, asset_type: 'CHARACTER' }) as SnapshotAsset;
const placement = (tag: string): Placement => ({
  tag,
  asset_type: 'CHARACTER',
  name: 'As placed',
  role: 'subject',
  position: 'left',
  action: '',
});
const scenes = [{ placements: [placement('CHAR_02')] }, { placements: [placement('CHAR_07')] }];

it('a row for each reference that is placed or in the snapshot, by tag, named as the snapshot says', () => {
  const rows = referenceRows(scenes, [asset('CHAR_02', 'Tomas'), asset('CHAR_01', 'Mara')]);
  expect(rows.map(({ tag, name }) => [tag, name])).toEqual([
    ['CHAR_01', 'Mara'],
    ['CHAR_02', 'Tomas'],
    ['CHAR_07', 'As placed'],
  ]);
  expect(rows[2]?.asset).toBeUndefined();
  expect([...placedTags(scenes)]).toEqual(['CHAR_02', 'CHAR_07']);
});
