import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framesOf } from '../../../pipeline/durations.ts';
import { sceneCount } from '../../../schemas/project.ts';
import { storyboardSchema } from '../../../schemas/storyboard.ts';
import { testAsset, testSettings, testSnapshot } from '../testing.ts';
import { planStoryboard } from './plan-storyboard.ts';

const cast = testSnapshot([
  testAsset('CHAR_01', 'Anna'),
  testAsset('CHAR_02', 'Ben', { sort_order: 1 }),
  testAsset('ENV_01', 'Kitchen', { sort_order: 2 }),
  testAsset('ENV_02', 'City street', { sort_order: 3 }),
  testAsset('PROP_01', 'Red umbrella', { sort_order: 4 }),
  testAsset('PROP_02', 'Letter', { sort_order: 5 }),
]);
const plan = (prompt: string, count: number, snapshot: typeof cast | null = cast, more = {}) =>
  planStoryboard({
    settings: testSettings({ prompt, totalDuration: count * 4, clipDuration: 4, ...more }),
    snapshot,
  }).scenes;
type Scene = ReturnType<typeof plan>[number];
const subjects = (scene?: Scene) => scene?.placements.filter((p) => p.role === 'subject').map((p) => p.tag);
const plate = (scene?: Scene) => scene?.placements.find((p) => p.role === 'plate')?.tag ?? null;
const action = (scene: Scene | undefined, tag: string) =>
  scene?.placements.find((p) => p.tag === tag)?.action;

describe('whom a pronoun means', () => {
  const WALK =
    'Anna meets Ben on the street. She gives him the letter. He reads it. They walk away in silence. It starts to rain. She opens her umbrella. It is red.';

  it('she and he by what is known of them, they the last two, it the last thing, and rain is nobody', () => {
    const scenes = plan(WALK, 7);
    expect(scenes.map(subjects)).toEqual([
      ['CHAR_01', 'CHAR_02'],
      ['CHAR_01', 'CHAR_02', 'PROP_02'],
      ['CHAR_02', 'PROP_02'],
      ['CHAR_01', 'CHAR_02'],
      [],
      ['CHAR_01', 'PROP_01'],
      ['PROP_01'],
    ]);
    expect(action(scenes[3], 'CHAR_01')).toBe('walks away in silence');
  });

  it('they is the group where one is in the cast, and one person where there is only one', () => {
    const crew = testSnapshot([
      testAsset('CHAR_01', 'The crew'),
      testAsset('CHAR_02', 'Ida', { sort_order: 1 }),
    ]);
    expect(plan('Ida waits. The crew arrives. They sing.', 3, crew).map(subjects)[2]).toEqual(['CHAR_01']);
    expect(plan('Anna waits. They sing.', 2).map(subjects)[1]).toEqual(['CHAR_01']);
  });

  it('him and her are not who does it, and it without anything before is what fits the words', () => {
    expect(subjects(plan('Anna waits. Ben watches her.', 2)[1])).toEqual(['CHAR_02', 'CHAR_01']);
    const rocket = testSnapshot([
      testAsset('PROP_01', 'Cup'),
      testAsset('OBJ_01', 'Rocket', { description: 'A launch vehicle.', sort_order: 1 }),
    ]);
    expect(subjects(plan('At launch it shakes.', 1, rocket)[0])).toEqual(['OBJ_01']);
  });

  it('whoever is only spoken of is not in the picture', () => {
    expect(subjects(plan('“Where is Ben?” asks Anna.', 1)[0])).toEqual(['CHAR_01']);
  });
});

describe('places and hours', () => {
  it('a heading gives place and hour to the scenes under it and is no shot', () => {
    const scenes = plan(
      'INT. KITCHEN - NIGHT\nAnna reads.\nBen sleeps.\n\nEXT. FOREST - DAWN\nAnna runs.',
      3,
    );
    expect(scenes.map((s) => s.slug_line)).toEqual([
      'INT. KITCHEN — NIGHT',
      'INT. KITCHEN — NIGHT',
      'EXT. FOREST — DAWN',
    ]);
    expect(scenes.map(plate)).toEqual(['ENV_01', 'ENV_01', null]);
    expect(scenes.map((s) => s.transition)).toEqual(['dissolve', 'cut', 'dissolve']);
    expect(scenes[0]?.description).toBe('Anna reads.');
  });

  it('without a manifest the words give the place', () => {
    expect(
      plan('In the kitchen a woman makes tea. She sits. In the street a man waits.', 3, null).map(
        (s) => s.slug_line,
      ),
    ).toEqual(['INT. KITCHEN', 'INT. KITCHEN', 'EXT. STREET']);
  });

  it('a jump in time dissolves in the same place, and till morning is not yet morning', () => {
    const scenes = plan(
      'Anna wakes in the kitchen at dawn. At night Ben sits in the kitchen. It burns till morning.',
      3,
    );
    expect(scenes.map((s) => s.slug_line)).toEqual([
      'INT. KITCHEN — DAWN',
      'INT. KITCHEN — NIGHT',
      'INT. KITCHEN — NIGHT',
    ]);
    expect(scenes.map((s) => s.transition)).toEqual(['dissolve', 'dissolve', 'cut']);
  });

  it('an everyday word that only qualifies a place is not the place', () => {
    const tower = testSnapshot([
      testAsset('ENV_01', 'Harbour'),
      testAsset('ENV_02', 'Lamp room', { sort_order: 1, user_tags: ['interior'] }),
    ]);
    expect(
      plan('The harbour is empty. The lamp is dark. She climbs into the lamp room.', 3, tower).map(plate),
    ).toEqual(['ENV_01', 'ENV_01', 'ENV_02']);
  });

  it('things of one shape match across a change of place; the prompt may ask for a cut', () => {
    expect(plan('The moon hangs over the city. A coin spins on the bar.', 2, null)[1]?.transition).toBe(
      'match_cut',
    );
    expect(
      plan('INT. KITCHEN - DAY\nAnna waits.\nCUT TO:\nEXT. STREET - DAY\nBen runs.', 2)[1]?.transition,
    ).toBe('cut');
    expect(
      plan('Anna sings in the kitchen. Anna sings on the city street.', 2).map((s) => [
        s.shot_type,
        s.transition,
      ]),
    ).toHaveLength(2);
  });
});

describe('what a shot says', () => {
  it('everybody has an action of their own, a thing the clause in which it is used', () => {
    const [scene] = plan('Ben reads the letter and Anna takes the red umbrella.', 1);
    expect(action(scene, 'CHAR_02')).toBe('reads the letter');
    expect(action(scene, 'CHAR_01')).toBe('takes the red umbrella');
    expect(action(scene, 'PROP_02')).toBe('Ben reads the letter');
    expect(action(plan('Anna, who is late, runs home.', 1)[0], 'CHAR_01')).toBe('runs home');
    expect(action(plan('Anna, who is late, reads the letter.', 1)[0], 'PROP_02')).toBe(
      'Anna reads the letter',
    );
    const given = plan('Anna waits. Ben gives her the letter.', 2)[1];
    expect(action(given, 'CHAR_01')).toBe('Ben gives her the letter');
    expect(action(given, 'PROP_02')).toBe('Ben gives her the letter');
    expect(action(plan('Anna and Ben carry the letter.', 1)[0], 'CHAR_02')).toBe('carries the letter');
    expect(action(plan('“It never stopped,” says Ben, “and it never will.”', 1)[0], 'CHAR_02')).toBe(
      'speaks',
    );
  });

  it('a film knows what is carried, given and put down, and who stands where', () => {
    const scenes = plan(
      'Anna takes the letter. Anna walks down the city street. Anna gives the letter to Ben. Ben waits. Ben drops the letter. Ben leaves.',
      6,
    );
    const notes = (i: number) => scenes[i]?.continuity.join(' · ') ?? '';
    expect(notes(1)).toContain('Anna still carries the letter');
    expect(notes(3)).toContain('Ben still carries the letter');
    expect(notes(5)).not.toContain('carries');
    expect(notes(3)).toContain('Same place as in scene 3');
  });

  it('what a description always has in hand is carried from the beginning', () => {
    const keeper = testSnapshot([
      testAsset('CHAR_01', 'Mara', { description: 'Twelve. Always carries the lantern in her left hand.' }),
      testAsset('PROP_01', 'Brass lantern', { sort_order: 1 }),
    ]);
    expect(plan('Mara waits.', 1, keeper)[0]?.continuity).toEqual([
      'Mara carries the brass lantern in the left hand',
    ]);
  });

  it('sides and directions are kept within a place until somebody turns back', () => {
    const scenes = plan('Anna walks along the city street. Anna runs on. She turns back and walks home.', 3);
    const [first, second, third] = scenes.map(
      (s) => /(left to right|right to left)/.exec(s.motion_prompt)?.[1],
    );
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    const sides = scenes.map((s) => s.placements[0]?.position).filter((side) => side !== 'full');
    expect(new Set(sides).size).toBe(1);
    expect(scenes[1]?.continuity.some((n) => n.startsWith('Anna keeps moving'))).toBe(true);
  });

  it('the motion prompt has who moves, what moves around, and the camera', () => {
    const [scene] = plan('Rain. Anna walks down the city street.', 1);
    expect(scene?.motion_prompt).toMatch(
      /^Anna walks down the city street, (?:left to right|right to left)\. Rain falls\. The camera /,
    );
    expect(plan('A woman makes tea.', 1, null)[0]?.motion_prompt).toMatch(/^A woman makes tea\. /);
  });

  it('a director’s words for shot and camera go first', () => {
    const scenes = plan(
      'Wide shot: the city street. Close-up of Anna. The camera pulls out. Two-shot of Anna and Ben.',
      3,
    );
    expect(scenes.map((s) => s.shot_type)).toEqual(['wide', 'close_up', 'two_shot']);
    expect(scenes[1]?.camera_move).toBe('pull_out');
  });

  it('sound comes from what is done, from the place, and from what the prompt directs', () => {
    const scenes = plan(
      'Anna walks in the rain on the city street.\nMusic: a lone cello\nSFX: a bell\nBen laughs.',
      2,
    );
    expect(scenes[0]?.audio).toMatchObject({
      effects: ['footsteps', 'rain'],
      ambience: 'a town: traffic and voices far off; steady rain',
    });
    expect(scenes[1]?.audio).toMatchObject({ effects: ['a bell', 'laughter'], music: 'a lone cello' });
    expect(plan('Anna waits.', 1, cast, { style: 'noir' })[0]?.audio.music).toContain('trumpet');
  });
});

describe('time by content', () => {
  it('a shot with a long line gets the time to say it', () => {
    const line = 'word '.repeat(15).trim();
    const [first, second] = plan(`Anna waits. Ben says: “${line}.”`, 2, cast);
    expect(second?.duration).toBeGreaterThanOrEqual(15 / 2.5 + 0.5 - 1 / 30);
    expect(first?.duration).toBeGreaterThan(1);
    expect((first?.duration ?? 0) + (second?.duration ?? 0)).toBeCloseTo(8, 6);
  });

  it('lines follow one another inside their shot, however many there are', () => {
    const talk = Array.from(
      { length: 12 },
      (_, i) => `${i % 2 ? 'ANNA' : 'BEN'}: Line number ${i} goes on and on.`,
    ).join('\n');
    const scenes = plan(talk, 2);
    expect(scenes.flatMap((s) => s.audio.dialogue)).toHaveLength(12);
    for (const { audio, duration } of scenes) {
      const starts = audio.dialogue.map((l) => l.starts_at);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      expect(Math.max(0, ...starts)).toBeLessThan(duration);
    }
  });

  it('a speech without end leaves the other shots time to be seen', () => {
    const scenes = plan(`Ben says: “${'word '.repeat(400)}.” Anna waits. Ben leaves. Anna stays.`, 4);
    expect(Math.min(...scenes.map((s) => s.duration))).toBeGreaterThan(1.4);
    const long = plan(`Ben says: “${'word '.repeat(400)}.” Anna waits. Ben leaves. Anna stays.`, 75);
    expect(Math.max(...long.map((s) => s.duration))).toBeLessThan(26);
  });

  it('a long speech is read in lines, cut between sentences, else at commas', () => {
    const long = 'This is the first sentence of a long speech that goes on. '.repeat(6).trim();
    const lines = plan(`Ben says: “${long} ${'and on, '.repeat(40)}end.”`, 3).flatMap(
      (s) => s.audio.dialogue,
    );
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.max(...lines.map((l) => l.text.length))).toBeLessThanOrEqual(160);
    expect(lines.map((l) => l.text).join(' ')).toBe(`${long} ${'and on, '.repeat(40)}end.`);
  });

  it('the lines of one sentence that gets several shots go to who says them', () => {
    const scenes = plan('“Go!” shouts Anna, and “No!” shouts Ben.', 4);
    const said = scenes.flatMap((s) =>
      s.audio.dialogue.map((l) => [l.speaker, subjects(s)?.includes(l.speaker ?? '')]),
    );
    expect(said).toEqual([
      ['CHAR_01', true],
      ['CHAR_02', true],
    ]);
  });
});

it('the look is one sentence of style, colours and light', () => {
  const { style_guide } = planStoryboard({
    settings: testSettings({ prompt: 'Anna walks at night.', style: 'noir' }),
    snapshot: testSnapshot([
      testAsset('STYLE_01', 'Gouache dusk', {
        description: 'Flat gouache, visible brush. More.',
        palette: [{ hex: '#a4462a', share: 0.6 }],
      }),
    ]),
  });
  expect(style_guide.look).toBe(
    'Noir, like Gouache dusk: flat gouache, visible brush; light of night, black and white and firm contrast.',
  );
});

describe('prompts of every kind', () => {
  const example = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../prisma/example/manifest.json'), 'utf8'),
  );
  const lamplighter = testSnapshot(
    example.assets.map(
      (a: { file: string; name: string; description: string; user_tags: string[] }, i: number) =>
        testAsset(a.file.split('-')[0] ?? '', a.name, {
          description: a.description,
          user_tags: a.user_tags,
          sort_order: i,
          has_alpha: a.file.endsWith('.png'),
        }),
    ),
  );

  it('the example reads as a film', () => {
    const scenes = plan(example.prompt, 6, lamplighter);
    expect(scenes.map((s) => s.description)).toEqual([
      'The harbour at dusk empties as the light fails.',
      'Mara walks the pier with the brass lantern.',
      'Old Tomas waits with bad news.',
      'Out on the skerry the skerry light is dark in the storm.',
      'She climbs to the lamp room.',
      'The lamp is lit, and Sloop Anneke finds its way home.',
    ]);
    expect(scenes.map(subjects)).toEqual([
      [],
      ['CHAR_01', 'PROP_01'],
      ['CHAR_02'],
      [],
      ['CHAR_01'],
      ['OBJ_01'],
    ]);
    expect(action(scenes[0], 'ENV_01')).toBe('empties as the light fails');
    expect(scenes[4]?.continuity).toEqual(['Mara still carries the brass lantern in the left hand']);
    expect(scenes[3]?.audio).toMatchObject({ effects: ['thunder'], ambience: 'surf and open wind; a storm' });
    expect(scenes[1]?.references.map((r) => r.for)).toEqual(['ENV_01', 'CHAR_01', 'PROP_01', 'STYLE_01']);
  });

  it('no tag comes out that is not in the snapshot, and the frames add up, whatever is written', () => {
    const known = new Set(lamplighter.assets.map((a) => a.manifest_tag));
    const word = fc.constantFrom(
      ...'Mara|@CHAR_01|CHAR_77|[ENV_02]|she|They|it|“Go!”|"No|»Ja«|MARA:|\nTOMAS\nYes.\n\n|INT. KITCHEN - NIGHT|\n\nEXT.|CUT TO:|1.|\n2. |Dr.|3.5|a.m.|says|gives|the lantern|walks away|。|「はい」|雨|🎬|—|;|,|.|?|\n|Music:|close-up|@|_|Will|Light|later|’|\u0000|ﷺ|𝕏'.split(
        '|',
      ),
      fc.sample(fc.string(), 1)[0] ?? '',
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 40 }),
        (words, count) => {
          const settings = testSettings({
            prompt: words.join(' '),
            totalDuration: count * 3,
            clipDuration: 3,
          });
          const board = storyboardSchema.parse(planStoryboard({ settings, snapshot: lamplighter }));
          expect(board.scenes).toHaveLength(sceneCount(count * 3, 3));
          expect(board.scenes.reduce((sum, s) => sum + framesOf(s.duration), 0)).toBe(count * 90);
          for (const { placements, references, audio } of board.scenes)
            for (const tag of [
              ...placements.map((p) => p.tag),
              ...references.flatMap((r) => [r.tag, r.for]),
              ...audio.dialogue.flatMap((l) => l.speaker ?? []),
            ])
              expect(known.has(tag)).toBe(true);
        },
      ),
      { numRuns: 80 },
    );
  }, 30_000);

  it.each([
    '“',
    '"',
    "' ",
    'MARA: ',
    '«»',
    'Mara and ',
    'she ',
    'in the ',
    '— ',
    '1. ',
    'MARA\nMARA\n',
    '猫が「',
    'Mara, who ',
    'INT. ',
  ])(
    'takes no long time over 4,000 characters of %s',
    (part) => {
      const settings = testSettings({
        prompt: part.repeat(4000 / part.length),
        totalDuration: 60,
        clipDuration: 5,
      });
      const before = process.cpuUsage();
      expect(planStoryboard({ settings, snapshot: lamplighter }).scenes).toHaveLength(12);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(1500);
    },
    20_000,
  );

  it('plans 4,000 characters with 200 assets in less than a tenth of a second', () => {
    const assets = Array.from({ length: 200 }, (_, i) => {
      const type = ['CHAR', 'PROP', 'ENV', 'OBJ'][i % 4] ?? 'OTHER';
      return testAsset(`${type}_${String(i + 10)}`, `Thing ${i} of the ${['red', 'old'][i % 2]} house`, {
        sort_order: i,
        description:
          'A long description of a thing with many words in it, the pier, the harbour and the lamp.',
        user_tags: [`label ${i}`, 'common'],
      });
    });
    const sentence = (i: number) =>
      `@CHAR_${10 + (i % 50) * 4} walks the pier with thing ${i}, and “we go,” says @CHAR_10. `;
    const prompt = Array.from({ length: 60 }, (_, i) => sentence(i))
      .join('')
      .slice(0, 4000);
    const times = Array.from({ length: 5 }, () => {
      const snapshot = testSnapshot(structuredClone(assets));
      const before = process.cpuUsage();
      planStoryboard({ settings: testSettings({ prompt, totalDuration: 300, clipDuration: 5 }), snapshot });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  }, 30_000);
});

describe('what read wrong once', () => {
  it('the wish for a film is no part of it', () => {
    const [scene] = plan('Please make a short film about Anna who reads the letter.', 1);
    expect(scene?.description).toBe('Anna who reads the letter.');
    expect(action(scene, 'CHAR_01')).toBe('reads the letter');
    expect(plan('Make a wish.', 1)[0]?.description).toBe('Make a wish.');
  });

  it('she is nobody of the cast where only a man is known', () => {
    const scenes = plan('Ben waits. A woman he has never seen walks up to him. “Hello?” she asks.', 3);
    expect(scenes.map(subjects)).toEqual([['CHAR_02'], ['CHAR_02'], []]);
    expect(scenes[2]?.audio.dialogue).toEqual([{ speaker: null, text: 'Hello?', starts_at: 0.3 }]);
    expect(action(scenes[1], 'CHAR_02')).toBe('A woman he has never seen walks up to him');
  });

  it('a clause without its subject is still done by somebody, and an aside is not cut out', () => {
    const scenes = plan(
      'Anna — alone now — reads the letter; she folds it and then burns it in the sink.',
      3,
    );
    expect(scenes.map((s) => action(s, 'CHAR_01'))).toEqual([
      'reads the letter',
      'folds it',
      'burns it in the sink',
    ]);
  });

  it('tags in a row are no actions', () => {
    expect(plan('@CHAR_01 @CHAR_02 @PROP_01', 1)[0]?.placements.map((p) => p.action)).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });

  it('quotes of other languages stay with who says them', () => {
    expect(plan('他停下来。“你在哪里？”她问。', 2, null).map((s) => s.description)).toEqual([
      '他停下来。',
      '“你在哪里？”她问。',
    ]);
    expect(plan('«Где ты?» — спрашивает Ben. Дождь.', 2)[0]).toMatchObject({
      description: '«Где ты?» — спрашивает Ben.',
      audio: { dialogue: [{ speaker: 'CHAR_02', text: 'Где ты?' }] },
    });
  });
});
