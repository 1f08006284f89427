import type { CameraMove, Placement, SceneTransition, ShotType } from '#lib/schemas/storyboard.ts';

export const SHOT_WORDS: Record<ShotType, string> = {
  wide: 'Wide',
  medium: 'Medium',
  close_up: 'Close-up',
  two_shot: 'Two-shot',
};
export const MOVE_WORDS: Record<CameraMove, string> = {
  hold: 'Hold',
  push_in: 'Push in',
  pull_out: 'Pull out',
  pan_left: 'Pan left',
  pan_right: 'Pan right',
  crane_up: 'Crane up',
  crane_down: 'Crane down',
  parallax: 'Parallax',
};
export const TRANSITION_WORDS: Record<SceneTransition, string> = {
  cut: 'Cut',
  dissolve: 'Dissolve',
  match_cut: 'Match cut',
};
export const ROLE_WORDS: Record<Placement['role'], string> = {
  plate: 'Ground',
  subject: 'Subject',
  style: 'Style',
};
export const POSITION_WORDS: Record<Placement['position'], string> = {
  left: 'Left',
  centre: 'Centre',
  right: 'Right',
  full: 'Whole frame',
};

/** The options of a select. */
export const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
