import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../engines/engine.ts';
import {
  testAsset,
  testPorts,
  testScene,
  testSettings,
  testSnapshot,
  testStyle,
} from '../engines/local/testing.ts';
import { TAG_PREFIX } from '../schemas/asset.ts';
import type { Storyboard } from '../schemas/storyboard.ts';
import { framesOf } from './durations.ts';
import { planStoryboard } from './storyboard.ts';

const snapshot = testSnapshot([
  testAsset('CHAR_01', 'Mara'),
  testAsset('OBJ_03', 'Herring gull', { sort_order: 1 }),
  testAsset('ENV_01', 'Harbour', { sort_order: 2 }),
  testAsset('PROP_01', 'Red key', { sort_order: 3 }),
  testAsset('PROP_02', 'red key', { sort_order: 4 }),
  testAsset('STYLE_01', 'Gouache', { sort_order: 5 }),
]);
const { ports } = testPorts();
const settings = (prompt = 'Mara waits.') => testSettings({ prompt, totalDuration: 4, clipDuration: 4 });

const answering = (answer: unknown): Engine => ({
  id: 'local',
  version: '1',
  analyse: () => Promise.reject(new Error('not used')),
  storyboard: async () => answer as Storyboard,
  keyframe: () => Promise.reject(new Error('not used')),
  clip: () => Promise.reject(new Error('not used')),
});
const plan = (answer: unknown, prompt?: string, with_ = snapshot) =>
  planStoryboard(answering(answer), { settings: settings(prompt), snapshot: with_ }, ports);
const board = (...scenes: unknown[]) => ({ style_guide: testStyle, scenes });
const placed = (tag: string, more: object = {}) => ({
  tag,
  asset_type: 'CHARACTER',
  name: '',
  role: 'subject',
  position: 'left',
  action: '',
  ...more,
});
const planOne = async (scene: object, prompt?: string) => {
  const { scenes } = await plan(board({ ...testScene({ duration: 4 }), ...scene }), prompt);
  return scenes[0] as Storyboard['scenes'][number];
};

describe('what an engine answers', () => {
  it('a tag with a slip is read as the one that is meant, another is left out, both are noted', async () => {
    const { placements, repairs } = await planOne({
      placements: [
        placed('char_1'),
        placed('CHAR_02', { name: 'Herring gull' }),
        placed('CHAR_99'),
        placed('ENV_7'),
      ],
    });
    expect(placements.map((p) => [p.tag, p.asset_type, p.name])).toEqual([
      ['CHAR_01', 'CHARACTER', 'Mara'],
      ['OBJ_03', 'OBJECT', 'Herring gull'],
    ]);
    expect(repairs).toEqual([
      { said: 'char_1', did: 'Read as CHAR_01, Mara.' },
      { said: 'CHAR_02', did: 'Read as OBJ_03, Herring gull.' },
      { said: 'CHAR_99', did: 'Left out: no reference has this tag.' },
      { said: 'ENV_7', did: 'Left out: no reference has this tag.' },
    ]);
  });

  it('does not guess between two assets of one name', async () => {
    expect((await planOne({ placements: [placed('PROP_09', { name: 'Red key' })] })).placements).toEqual([]);
  });

  it('type and name are those of the snapshot', async () => {
    const { placements, repairs } = await planOne({
      placements: [
        placed('ENV_01', { role: 'backdrop', asset_type: 'PROP' }),
        placed('CHAR_01', { name: 'Marla' }),
      ],
    });
    expect(placements[0]).toMatchObject({ asset_type: 'ENVIRONMENT', role: 'plate', name: 'Harbour' });
    expect(repairs.map((r) => r.said)).toEqual([
      'ENV_01 as prop',
      'role “backdrop”',
      'CHAR_01 called “Marla”',
    ]);
  });

  it('a line of somebody unknown keeps its words and has no speaker', async () => {
    const { audio, repairs } = await planOne({
      audio: {
        dialogue: [
          { speaker: 'Mara', text: 'Who is there?', starts_at: 1 },
          { speaker: 'GHOST', text: 'Nobody.', starts_at: 99 },
        ],
        effects: ['wind', 7],
      },
    });
    expect(audio).toEqual({
      dialogue: [
        { speaker: 'CHAR_01', text: 'Who is there?', starts_at: 1 },
        { speaker: null, text: 'Nobody.', starts_at: 4 },
      ],
      effects: ['wind'],
      ambience: '',
      music: '',
    });
    expect(repairs.at(-1)?.said).toBe('GHOST: “Nobody.”');
  });

  it('references to what is missing are dropped; without any the rule chooses', async () => {
    const { references, repairs } = await planOne({
      placements: [placed('CHAR_01')],
      references: [
        { tag: 'CHAR_77', for: 'CHAR_01', reason: '', chosen_by: 'rule' },
        { tag: 'CHAR_01', for: 'ENV_01', reason: '', chosen_by: 'rule' },
      ],
    });
    expect(references).toEqual([
      expect.objectContaining({ tag: 'CHAR_01', for: 'CHAR_01', chosen_by: 'rule' }),
    ]);
    expect(repairs).toHaveLength(2);
  });

  it('other spellings are understood, other words become the usual one', async () => {
    const scene = await planOne({ shot_type: 'Close-up', camera_move: 'whirl', transition: 'crossfade' });
    expect(scene).toMatchObject({ shot_type: 'close_up', camera_move: 'hold', transition: 'dissolve' });
    expect(scene.repairs).toEqual([{ said: 'camera move “whirl”', did: 'Set to hold, the usual one.' }]);
  });

  it('durations are made whole and sum to the film, scenes beyond the promised number are left out', async () => {
    const film = { ...settings(), totalDuration: 9, clipDuration: 3 };
    const answer = board(...[1, 2.017, 3, 4].map((duration) => testScene({ duration })));
    const { scenes } = await planStoryboard(answering(answer), { settings: film, snapshot }, ports);
    expect(scenes.map((s) => s.index)).toEqual([0, 1, 2]);
    expect(scenes.reduce((sum, s) => sum + framesOf(s.duration), 0)).toBe(270);
    expect(scenes[2]?.repairs.at(-1)?.said).toBe('4 scenes');
  });

  it('what needs no repair has none', async () => {
    const scene = testScene({ duration: 4 });
    expect((await plan(board(scene))).scenes).toEqual([scene]);
  });

  it('an answer without scenes is refused', async () => {
    await expect(plan({ style_guide: testStyle, scenes: [] })).rejects.toThrow();
    await expect(plan('a film about a cat')).rejects.toThrow();
  });
});

describe('what the prompt mentions', () => {
  it('an unknown tag is noted in the scene that has its words', async () => {
    const { repairs } = await planOne({ description: '@CHAR_99 waits.' }, '@CHAR_99 waits.');
    expect(repairs).toEqual([{ said: '@CHAR_99', did: 'No reference has this tag. It stays as words.' }]);
  });

  it('a slip in a tag is mended before the engine reads it', async () => {
    let prompt = '';
    const engine: Engine = {
      ...answering(null),
      storyboard: async ({ settings: seen }) => {
        prompt = seen.prompt;
        return board({ ...testScene({ duration: 4 }) }) as Storyboard;
      },
    };
    const input = { settings: settings('@char-1 meets [OBJ_3], mail a@ENV_1.org'), snapshot };
    const { scenes } = await planStoryboard(engine, input, ports);
    expect(prompt).toBe('@CHAR_01 meets @OBJ_03, mail a@ENV_1.org');
    expect(scenes[0]?.repairs).toEqual([
      { said: '@char-1', did: 'Read as CHAR_01, Mara.' },
      { said: '[OBJ_3]', did: 'Read as OBJ_03, Herring gull.' },
    ]);
  });
});

it('no answer whatever brings a tag out that is not in the snapshot', async () => {
  const known = new Set(snapshot.assets.map((a) => a.manifest_tag));
  const prefix = fc.constantFrom(...Object.values(TAG_PREFIX), 'char', 'Mara', '@PROP', '');
  const tag = fc.oneof(
    fc.tuple(prefix, fc.constantFrom('_', '-', ''), fc.nat(12)).map((parts) => parts.join('')),
    fc.string(),
  );
  const anything = fc.anything({ maxDepth: 1 });
  const record = <T>(value: T) =>
    fc.record(value as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] });
  const placement = record({ tag, asset_type: anything, name: tag, role: anything, position: anything });
  const reference = record({
    tag,
    for: tag,
    reason: fc.string(),
    chosen_by: fc.constantFrom('rule', 'person', ''),
  });
  const line = record({ speaker: fc.option(tag), text: fc.string(), starts_at: fc.double() });
  const scene = record({
    placements: fc.oneof(fc.array(fc.oneof(placement, anything)), anything),
    references: fc.array(reference),
    audio: fc.oneof(record({ dialogue: fc.array(line) }), anything),
    duration: fc.oneof(fc.double(), anything),
    shot_type: anything,
    description: fc.string(),
  });
  const style = fc.oneof(record({ style_tags: fc.array(tag), grade: anything, palette: anything }), anything);
  await fc.assert(
    fc.asyncProperty(style, fc.array(scene, { minLength: 1 }), async (style_guide, scenes) => {
      const made = await plan({ style_guide, scenes });
      const tags = [
        ...made.style_guide.style_tags,
        ...made.scenes.flatMap((s) => [
          ...s.placements.map((p) => p.tag),
          ...s.references.flatMap((r) => [r.tag, r.for]),
          ...s.audio.dialogue.flatMap((l) => l.speaker ?? []),
        ]),
      ];
      expect(tags.filter((t) => !known.has(t))).toEqual([]);
      expect(made.scenes.reduce((sum, s) => sum + framesOf(s.duration), 0)).toBe(120);
    }),
    { numRuns: 200 },
  );
}, 30_000);
