import type { ProjectListItem, ProjectStatus, Stage } from '../schemas/project.ts';

type State = Pick<ProjectListItem, 'status' | 'stop_requested'>;

const ACTIVE: ReadonlySet<ProjectStatus> = new Set([
  'pending',
  'manifesting',
  'storyboarding',
  'keyframing',
  'video_gen',
  'stitching',
]);

/** A worker has it or will take it. */
export const isActive = (project: State) => ACTIVE.has(project.status);
export const canStop = (project: State) => isActive(project) && !project.stop_requested;
export const canResume = ({ status }: State) => status === 'cancelled' || status === 'staged';
export const canRetry = ({ status }: State) => status === 'partial' || status === 'failed';

export const STAGE_LABEL: Record<Stage, string> = {
  manifesting: 'Prepare',
  storyboard: 'Storyboard',
  keyframes: 'Keyframes',
  clips: 'Clips',
  stitch: 'Stitch',
};

const STATUS_WORD: Record<ProjectStatus, string> = {
  pending: 'Queued',
  manifesting: 'Preparing',
  storyboarding: 'Writing the storyboard',
  keyframing: 'Drawing keyframes',
  video_gen: 'Making clips',
  stitching: 'Stitching',
  complete: 'Complete',
  partial: 'Partial',
  failed: 'Failed',
  cancelled: 'Stopped',
  staged: 'Waiting for you',
};

export const statusWord = (project: State) =>
  isActive(project) && project.stop_requested ? 'Stopping' : STATUS_WORD[project.status];

type Explained = Pick<
  ProjectListItem,
  'status' | 'stop_requested' | 'run_through' | 'error_message' | 'scenes_done' | 'scenes_total'
>;

const CONTINUES_WITH: Record<string, string> = {
  storyboard: 'Continue draws the keyframes, makes the clips and stitches the film.',
  keyframes: 'Continue makes the clips and stitches the film.',
  clips: 'Continue stitches the film.',
};

/** What happened and what comes next, for a film that neither runs nor is complete; null otherwise. */
export function nextStep(project: Explained): { title: string; detail: string } | null {
  const { status, error_message: reason, scenes_done: done, scenes_total: total } = project;
  if (status === 'cancelled') {
    const kept = total > 0 ? `${done} of ${total} scenes are finished and kept.` : 'Nothing was lost.';
    return { title: 'Stopped', detail: `${kept} Resume makes the rest.` };
  }
  if (status === 'staged') {
    const through = project.run_through ?? 'storyboard';
    return {
      title: `Stopped after the ${through}, as you asked`,
      detail: CONTINUES_WITH[through] ?? 'Continue makes the rest.',
    };
  }
  if (status === 'partial') {
    const missing = Math.max(0, total - done);
    // A failed scene that was removed since is no longer missing.
    const title = missing > 0 ? `${missing} of ${total} scenes failed` : 'The film is not whole yet';
    return { title, detail: `${sentence(reason)}Retry makes only what is missing.` };
  }
  if (status === 'failed') {
    return { title: 'The film failed', detail: `${sentence(reason)}Retry makes only what is missing.` };
  }
  return null;
}

const sentence = (text: string | null) => (text ? `${text.replace(/[.\s]+$/, '')}. ` : '');
