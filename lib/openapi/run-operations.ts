import { projectStatusAnswerSchema } from '../schemas/project.ts';
import { idSchema } from '../schemas/text.ts';
import { operation } from './operation.ts';

const tag = 'Films';
const params = { id: idSchema };

const run = (
  id: string,
  verb: 'stop' | 'resume' | 'retry' | 'update',
  summary: string,
  description: string,
) =>
  ({
    id,
    method: 'POST',
    path: `/api/projects/{id}/${verb}`,
    tag,
    summary,
    description,
    params,
    answers: { 202: { description: 'The state.', schema: projectStatusAnswerSchema } },
    errors: ['invalid-state'],
  }) as const;

export const stopProject = operation(
  run(
    'stopProject',
    'stop',
    'Stop a film; what is finished stays',
    'What is at work is called off; the status is `cancelled` when that is done. `POST …/resume` goes on. Refused when the film does not run.',
  ),
);

export const resumeProject = operation(
  run(
    'resumeProject',
    'resume',
    'Go on with a stopped or staged film',
    'Of status `cancelled` or `staged`; a staged film goes on to its end. Finished steps are kept, unless an edit made them stale.',
  ),
);

export const retryProject = operation(
  run(
    'retryProject',
    'retry',
    'Make what is missing of a film',
    'Of status `partial` or `failed`. Failed and missing steps are made once more; finished ones are kept, unless an edit made them stale.',
  ),
);

export const bringUpToDate = operation(
  run(
    'bringUpToDate',
    'update',
    'Make again what edits made stale, and nothing else',
    'Of any film that does not run: what is stale and what is missing is made, then the film is stitched. Refused when a complete film lacks nothing.',
  ),
);
