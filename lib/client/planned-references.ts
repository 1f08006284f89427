import type { FilmPlan } from '#lib/schemas/film-plan.ts';
import type { Placement } from '#lib/schemas/storyboard.ts';

/** How often a reference is in a film, and as what. */
export type PlannedUse = { scenes: number; role: Placement['role'] };

/** In how many scenes each reference is taken, by tag. */
export function plannedUses(plan: FilmPlan): Map<string, PlannedUse> {
  const uses = new Map<string, PlannedUse>();
  for (const scene of plan.scenes)
    for (const tag of new Set(scene.references.filter((each) => each.is_taken).map((each) => each.tag))) {
      const role = scene.references.find((each) => each.tag === tag)?.role ?? 'subject';
      const use = uses.get(tag) ?? { scenes: 0, role };
      uses.set(tag, { ...use, scenes: use.scenes + 1 });
    }
  return uses;
}

/** "plate, 2 scenes", "every scene", "4 scenes". */
export function wordsOfUse({ scenes, role }: PlannedUse, total: number): string {
  const count = scenes === total ? 'every scene' : `${scenes} ${scenes === 1 ? 'scene' : 'scenes'}`;
  return role === 'plate' ? `plate, ${count}` : count;
}
