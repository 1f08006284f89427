import { expect, it } from 'vitest';
import type { FilmPlan, PlannedScene } from '#lib/schemas/film-plan.ts';
import { plannedUses, wordsOfUse } from './planned-references.ts';

const scene = (index: number, references: PlannedScene['references']): PlannedScene => ({
  index,
  title: '',
  slug_line: '',
  shot_type: 'wide',
  duration: 6,
  references,
  repairs: [],
});
const reference = (tag: string, role: 'plate' | 'subject' | 'style', is_taken = true) => ({
  tag,
  role,
  is_taken,
  reason: '',
});

it('a reference counts once for each scene that takes it', () => {
  const plan: FilmPlan = {
    scenes: [
      scene(0, [
        reference('CHAR_01', 'subject'),
        reference('CHAR_01', 'subject'),
        reference('ENV_01', 'plate'),
      ]),
      scene(1, [reference('CHAR_01', 'subject'), reference('PROP_01', 'subject', false)]),
    ],
    retired: [],
  };
  const uses = plannedUses(plan);
  expect([...uses.keys()]).toEqual(['CHAR_01', 'ENV_01']);
  expect([...uses.values()].map((use) => wordsOfUse(use, 2))).toEqual(['every scene', 'plate, 1 scene']);
});
