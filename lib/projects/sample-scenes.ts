import type { ProjectScene } from '../schemas/project.ts';

type Step = 'waiting' | 'running' | 'done' | 'failed';
/** Of one scene: start keyframe, end keyframe, clip; the share is of a running clip. */
export type SampleScene = [start: Step, end: Step, clip: Step, share?: number];

const BASE = Date.UTC(2026, 10, 20, 12);
/** The instant so many seconds after the sample run began. */
export const instantAt = (seconds: number) => new Date(BASE + seconds * 1000).toISOString();

/** Scenes for unit tests: scene i ends its keyframes at 10 i + 1 and 10 i + 2 seconds, its clip at 10 i + 5. */
export function sampleScenes(...states: SampleScene[]): ProjectScene[] {
  return states.map(([start, end, clip, share = 0], index) => {
    const ended = (state: Step, seconds: number) =>
      state === 'done' || state === 'failed' ? instantAt(index * 10 + seconds) : null;
    const step = (state: Step, seconds: number) => ({
      state,
      url: null,
      source: 'made' as const,
      is_stale: false,
      error: state === 'failed' ? 'No room on the disk.' : null,
      started_at: null,
      finished_at: ended(state, seconds),
    });
    return {
      scene_id: `scene-${index}`,
      index,
      title: `Scene ${index + 1}`,
      slug_line: 'EXT. HARBOUR',
      description: 'The harbour.',
      shot_type: 'wide',
      camera_move: 'push_in',
      duration: 6,
      starts_at: index * 6,
      placements: [],
      transition: 'cut',
      references: [],
      continuity: [],
      motion_prompt: '',
      audio: { dialogue: [], effects: [], ambience: '', music: '' },
      repairs: [],
      revision: 1,
      keyframes: [
        { keyframe_id: `start-${index}`, position: 'start', ...step(start, 1) },
        { keyframe_id: `end-${index}`, position: 'end', ...step(end, 2) },
      ],
      clips: [
        {
          clip_id: `clip-${index}`,
          take: 1,
          is_chosen: true,
          is_older: false,
          is_wanted: false,
          seed: null,
          progress: share,
          duration: 6,
          ...step(clip, 5),
        },
      ],
    };
  });
}
