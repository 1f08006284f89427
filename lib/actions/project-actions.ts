'use server';

import type { z } from 'zod';
import { parseWith } from '../http/problem.ts';
import {
  bringUpToDate,
  deleteProject,
  generate,
  resumeProject,
  retryProject,
  stopProject,
  updateProject,
} from '../projects/project-service.ts';
import { type GenerateInput, generateSchema, updateProjectSchema } from '../schemas/project.ts';
import { idSchema } from '../schemas/text.ts';
import { actionResult } from './action-result.ts';

const id = (value: unknown) => parseWith(idSchema, value, 'body');

/** `requestKey` names the one film that is meant, however often it is sent. */
export async function generateAction(input: GenerateInput, requestKey?: string) {
  return actionResult(async () =>
    generate(parseWith(generateSchema, input, 'body'), [], {
      requestKey: requestKey === undefined ? null : id(requestKey),
    }),
  );
}

export async function stopProjectAction(projectId: string) {
  return actionResult(async () => stopProject(id(projectId)));
}

export async function resumeProjectAction(projectId: string) {
  return actionResult(async () => resumeProject(id(projectId)));
}

export async function retryProjectAction(projectId: string) {
  return actionResult(async () => retryProject(id(projectId)));
}

export async function bringUpToDateAction(projectId: string) {
  return actionResult(async () => bringUpToDate(id(projectId)));
}

export async function updateProjectAction(projectId: string, changes: z.input<typeof updateProjectSchema>) {
  return actionResult(async () =>
    updateProject(id(projectId), parseWith(updateProjectSchema, changes, 'body')),
  );
}

export async function deleteProjectAction(projectId: string) {
  return actionResult(async () => {
    await deleteProject(id(projectId));
    return { project_id: projectId };
  });
}
