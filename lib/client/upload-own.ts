import type { OwnKeyframeAnswer, Position, TakeAnswer } from '#lib/schemas/take.ts';
import { type Fit, TAKE_LIMITS } from '#lib/schemas/take-values.ts';
import { checkImageFile, formatSize } from './image-file-check.ts';
import { sendForm } from './upload-file.ts';

export type SceneOfFilm = { projectId: string; sceneId: string };
type Send = { file: File; fit: Fit; signal: AbortSignal; onProgress: (sentBytes: number) => void };

const schemas = () => import('#lib/schemas/take.ts');
const addressOf = ({ projectId, sceneId }: SceneOfFilm) => `/api/projects/${projectId}/scenes/${sceneId}`;

function bodyOf(file: File): FormData {
  const body = new FormData();
  body.append('file', file);
  return body;
}

/** Sends a picture in place of a keyframe. @throws AppError the reason why it is refused */
export const uploadOwnKeyframe = (
  scene: SceneOfFilm,
  position: Position,
  { file, fit, ...ports }: Send,
): Promise<OwnKeyframeAnswer> =>
  sendForm({
    url: `${addressOf(scene)}/keyframes/${position}?fit=${fit}`,
    method: 'PUT',
    body: bodyOf(file),
    ...ports,
    read: async (answer) => (await schemas()).ownKeyframeAnswerSchema.parse(answer),
  });

/** Sends a clip as a take. @throws AppError the reason why it is refused */
export const uploadOwnClip = (scene: SceneOfFilm, { file, fit, ...ports }: Send): Promise<TakeAnswer> =>
  sendForm({
    url: `${addressOf(scene)}/takes?fit=${fit}`,
    body: bodyOf(file),
    ...ports,
    read: async (answer) => (await schemas()).takeAnswerSchema.parse(answer),
  });

/** Why a file cannot be a keyframe; null when it is worth sending. */
export const checkOwnKeyframe = checkImageFile;

/** Why a file cannot be a clip; null when it is worth sending. */
export async function checkOwnClip(file: File): Promise<string | null> {
  if (file.size === 0) return 'This file is empty. Choose another.';
  if (file.size > TAKE_LIMITS.clipBytes)
    return `${formatSize(file.size)} is more than ${formatSize(TAKE_LIMITS.clipBytes)}.`;
  return null;
}
