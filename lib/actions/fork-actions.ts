'use server';

import { parseWith } from '../http/problem.ts';
import { forkProject } from '../projects/fork-service.ts';
import { saveManifest } from '../projects/save-manifest.ts';
import { type ForkInput, forkSchema, type SaveManifest, saveManifestSchema } from '../schemas/fork.ts';
import { idSchema } from '../schemas/text.ts';
import { actionResult } from './action-result.ts';

const id = (value: unknown) => parseWith(idSchema, value, 'body');

export async function forkProjectAction(projectId: string, input: ForkInput) {
  return actionResult(async () => forkProject(id(projectId), parseWith(forkSchema, input, 'body')));
}

export async function saveManifestAction(projectId: string, input: SaveManifest) {
  return actionResult(async () => saveManifest(id(projectId), parseWith(saveManifestSchema, input, 'body')));
}
