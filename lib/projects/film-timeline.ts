import type { ProjectDetail } from '../schemas/project.ts';

/** `index` null: the scene was taken out since it was filmed. */
export type TimelineScene = { index: number | null; title: string; starts_at: number; duration: number };

/**
 * A piece of the film's bar. `sceneIndex` null: the title or end card, or a scene that is gone. Times in seconds of the
 * film.
 */
export type TimelinePart = { sceneIndex: number | null; label: string; from: number; to: number };

/** A shorter gap between scenes is a rounding error, not a card. */
const SHORTEST_CARD = 0.1;

/** What the finished film shows, also while its scenes are other ones by now. Numbers are those of the scenes now. */
export function scenesAsFilmed({
  scenes,
  film_scenes,
}: Pick<ProjectDetail, 'film_scenes'> & {
  scenes: (TimelineScene & { scene_id: string })[];
}): TimelineScene[] {
  return (film_scenes ?? scenes).map(({ scene_id, title, starts_at, duration }) => {
    const index = scenes.find((each) => each.scene_id === scene_id)?.index ?? null;
    return { index, title, starts_at, duration };
  });
}

/** The film from its first to its last second, cut where scenes begin. */
export function filmTimeline(scenes: readonly TimelineScene[], filmSeconds: number): TimelinePart[] {
  const parts: TimelinePart[] = [];
  const first = scenes[0];
  if (first && first.starts_at > SHORTEST_CARD) {
    parts.push({ sceneIndex: null, label: 'Title', from: 0, to: first.starts_at });
  }
  scenes.forEach((scene, place) => {
    const ends = scene.starts_at + scene.duration;
    const to = Math.min(scenes[place + 1]?.starts_at ?? ends, filmSeconds);
    const label = scene.index === null ? `${scene.title} (removed)` : `${scene.index + 1} ${scene.title}`;
    parts.push({ sceneIndex: scene.index, label, from: scene.starts_at, to: Math.max(scene.starts_at, to) });
  });
  const end = parts.at(-1)?.to ?? 0;
  if (filmSeconds - end > SHORTEST_CARD) {
    parts.push({ sceneIndex: null, label: parts.length > 0 ? 'End' : 'Film', from: end, to: filmSeconds });
  }
  return parts;
}

/** The part that shows at a time; the last one at and after the end. */
export function partAt(parts: readonly TimelinePart[], seconds: number): TimelinePart | undefined {
  return parts.find((part) => seconds < part.to - 1e-3) ?? parts.at(-1);
}

/** Where "previous" leads: the start of this scene, or of the one before within its first second. */
export function previousStart(parts: readonly TimelinePart[], seconds: number): number {
  return parts.findLast((part) => part.from < seconds - 1)?.from ?? 0;
}

/** Where "next" leads: the next start, or the end of the film. */
export function nextStart(parts: readonly TimelinePart[], seconds: number): number {
  return parts.find((part) => part.from > seconds + 1e-3)?.from ?? parts.at(-1)?.to ?? 0;
}
