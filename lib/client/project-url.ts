import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { PROJECT_STATUSES } from '#lib/schemas/project.ts';

/** What the address of the projects list may say. */
export const projectFilterParsers = {
  q: parseAsString.withDefault(''),
  status: parseAsStringLiteral(PROJECT_STATUSES),
};

export const loadProjectFilters = createLoader(projectFilterParsers);
