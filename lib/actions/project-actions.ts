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

export async function generateAction(input: GenerateInput) {
  return actionResult(async () => generate(parseWith(generateSchema, input, 'body')));
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
