import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sceneCount } from '../../../schemas/project.ts';
import { storyboardSchema } from '../../../schemas/storyboard.ts';
import { testAsset, testSettings, testSnapshot } from '../testing.ts';
import { planStoryboard } from './plan-storyboard.ts';

const lamplighter = testSnapshot([
  testAsset('CHAR_01', 'Mara', { description: 'Carries the lantern in her left hand.', has_alpha: true }),
  testAsset('CHAR_02', 'Old Tomas', { description: 'White beard.', has_alpha: true, sort_order: 1 }),
  testAsset('ENV_01', 'Harbour at dusk', { user_tags: ['exterior'], sort_order: 2 }),
  testAsset('ENV_02', 'Skerry light', { user_tags: ['exterior'], sort_order: 3 }),
  testAsset('ENV_03', 'Lamp room', { user_tags: ['interior'], sort_order: 4 }),
  testAsset('PROP_01', 'Brass lantern', { has_alpha: true, sort_order: 5 }),
  testAsset('OBJ_01', 'Sloop Anneke', { has_alpha: true, sort_order: 6 }),
]);
const LAMP =
  '@ENV_01 empties as the light fails. @CHAR_01 walks the pier with @PROP_01. @CHAR_02 waits with bad news. Out on the skerry @ENV_02 is dark in the storm. She climbs to @ENV_03. The lamp is lit, and @OBJ_01 finds its way home.';
const kit = testSnapshot([
  testAsset('CHAR_01', 'Astronaut'),
  testAsset('CHAR_02', 'Cat', { sort_order: 1 }),
  testAsset('ENV_01', 'Denali', { sort_order: 2 }),
  testAsset('ENV_02', 'Japanese shop', { sort_order: 3 }),
  testAsset('PROP_01', 'Coffee', { sort_order: 4 }),
]);
const KIT =
  'The valley below the mountain, early light. The astronaut stops and looks back. The cat has been watching. Inside the shop someone has left a coffee for her.';

const plan = (prompt: string, clipDuration: number, snapshot = kit, totalDuration = 15, seed = 7) =>
  planStoryboard({ settings: testSettings({ prompt, clipDuration, totalDuration, seed }), snapshot });
const tagsOf = (scene: { placements: { tag: string; role: string }[] } | undefined, role: string) =>
  scene?.placements.filter((p) => p.role === role).map((p) => p.tag);

describe('planStoryboard', () => {
  it('tells the kit film: the place alone, the astronaut, the cat close, both things in the shop', () => {
    const { scenes } = plan(KIT, 3.75);
    expect(scenes.map((s) => s.shot_type)).toEqual(['wide', 'medium', 'close_up', 'two_shot']);
    expect(scenes.map((s) => tagsOf(s, 'subject'))).toEqual([
      [],
      ['CHAR_01'],
      ['CHAR_02'],
      ['PROP_01', 'CHAR_01'],
    ]);
    expect(scenes.map((s) => tagsOf(s, 'plate'))).toEqual([['ENV_01'], ['ENV_01'], ['ENV_01'], ['ENV_02']]);
    expect(scenes[3]).toMatchObject({ slug_line: 'INT. JAPANESE SHOP', transition: 'dissolve' });
    expect(scenes[1]?.transition).toBe('cut');
  });

  it('stages the views of one person as one person, with the primary reference', () => {
    const cast = testSnapshot([
      testAsset('CHAR_01', 'Mara'),
      testAsset('CHAR_02', 'Mara, side', {
        view: 'side',
        view_of: 'CHAR_01',
        is_primary: true,
        sort_order: 1,
      }),
      testAsset('ENV_01', 'Harbour', { sort_order: 2 }),
    ]);
    const { scenes } = plan('Mara and her shadow: CHAR_01 waits at the harbour, Mara, side.', 5, cast, 5);
    expect(scenes.map((s) => tagsOf(s, 'subject'))).toEqual([['CHAR_02']]);
  });

  it('carries places over, takes a pronoun for whom it fits, and keeps a boat out of a room', () => {
    const { scenes } = plan(LAMP, 2.5, lamplighter);
    expect(scenes.map((s) => tagsOf(s, 'plate')?.[0])).toEqual([
      'ENV_01',
      'ENV_01',
      'ENV_01',
      'ENV_02',
      'ENV_03',
      'ENV_02',
    ]);
    expect(scenes.map((s) => tagsOf(s, 'subject'))).toEqual([
      [],
      ['CHAR_01', 'PROP_01'],
      ['CHAR_02'],
      [],
      ['CHAR_01'],
      ['OBJ_01'],
    ]);
    expect(scenes[1]?.description).toBe('Mara walks the pier with the brass lantern.');
  });

  it('merges sentences of one place first when there are fewer shots', () => {
    const { scenes } = plan(LAMP, 6, lamplighter);
    expect(scenes.map((s) => tagsOf(s, 'plate')?.[0])).toEqual(['ENV_01', 'ENV_02', 'ENV_03']);
    expect(tagsOf(scenes[0], 'subject')).toEqual(['CHAR_01', 'PROP_01', 'CHAR_02']);
  });

  it('shows one sentence from far to near when there are more shots', () => {
    const { scenes } = plan('The astronaut waits at Denali.', 5);
    expect(scenes.map((s) => s.shot_type)).toEqual(['wide', 'medium', 'close_up']);
  });

  it('leaves a tag that the snapshot does not hold as plain text', () => {
    const { scenes } = plan('@CHAR_09 meets [CHAR_02].', 15);
    expect(tagsOf(scenes[0], 'subject')).toEqual(['CHAR_02']);
    expect(scenes[0]?.description).toBe('@CHAR_09 meets the cat.');
  });

  it('plans without a manifest', () => {
    const { scenes } = planStoryboard({ settings: testSettings({ prompt: KIT }), snapshot: null });
    expect(scenes).toHaveLength(3);
    expect(scenes.every((s) => s.placements.length === 0)).toBe(true);
  });

  it('gives the same storyboard for the same seed', () => {
    expect(plan(KIT, 2.5)).toEqual(plan(KIT, 2.5));
  });

  it('always has as many shots as promised, whole frames, and the total duration', () => {
    const words = fc.constantFrom(
      'the cat',
      'Astronaut',
      '@ENV_02',
      'she',
      'and',
      'waits',
      '.',
      '\n',
      'EXT.',
      '[PROP_01]',
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 2, max: 15, noNaN: true }),
        fc.double({ min: 2, max: 300, noNaN: true }),
        fc.nat(),
        (parts, clip, total, seed) => {
          const storyboard = storyboardSchema.parse(plan(`Go ${parts.join(' ')}`, clip, kit, total, seed));
          expect(storyboard.scenes).toHaveLength(sceneCount(total, clip));
          const frames = storyboard.scenes.map((s) => Math.round(s.duration * 30));
          expect(frames.reduce((a, b) => a + b)).toBe(Math.round(total * 30));
          for (const [i, scene] of storyboard.scenes.entries()) {
            expect(scene.index).toBe(i);
            if (i > 0) expect(scene.camera_move).not.toBe(storyboard.scenes[i - 1]?.camera_move);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);

  it('a sentence that is split keeps who acts in both of its shots', () => {
    const { scenes } = plan('Mara takes the key and then leaves the room in silence.', 5, lamplighter, 10);
    expect(scenes.map((s) => s.description)).toEqual(['Mara takes the key.', 'Leaves the room in silence.']);
    expect(scenes.map((s) => tagsOf(s, 'subject'))).toEqual([['CHAR_01'], ['CHAR_01']]);
  });
});
