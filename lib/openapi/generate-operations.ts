import { z } from 'zod';
import { QUICK_UPLOAD_LIMITS } from '../projects/quick-upload.ts';
import { filmPlanSchema, planFilmSchema } from '../schemas/film-plan.ts';
import { generateAnswerSchema, generateSchema } from '../schemas/project.ts';
import { locationHeader } from './headers.ts';
import { IMAGE_ERRORS } from './image-errors.ts';
import { operation } from './operation.ts';

const tag = 'Generating';

const started = {
  202: {
    description: 'The film begins.',
    schema: generateAnswerSchema,
    headers: { location: locationHeader },
  },
};

export const generate = operation({
  id: 'generate',
  method: 'POST',
  path: '/api/generate',
  tag,
  summary: 'Start a film',
  description:
    'It goes on after the answer: `status_url` tells how far it is, and `GET …/events` pushes it. The manifest is frozen as it is now: later edits do not change the film. Refused while the manifest is analysed. As multipart with `images[]`, the pictures become a manifest of the film.',
  body: generateSchema,
  example: { prompt: 'Mara climbs to the lamp room. The light returns.', total_duration: 12 },
  answers: started,
  errors: ['not-found', 'invalid-state'],
});

export const generateFromUpload = operation({
  id: 'generateFromUpload',
  method: 'POST',
  path: '/api/generate',
  tag,
  summary: 'Start a film of images',
  description:
    'See `generate`. The manifest of the film can be put into the library later: `POST …/save-manifest`. One picture that is refused refuses the film.',
  multipart: QUICK_UPLOAD_LIMITS,
  parts: {
    prompt: z.string(),
    image_names: z
      .string()
      .optional()
      .describe('A JSON array with one name for each picture; null: from its file name.'),
    image_types: z
      .string()
      .optional()
      .describe('A JSON array with one asset type for each picture; null: from its file name.'),
  },
  answers: started,
  errors: IMAGE_ERRORS,
});

export const planFilm = operation({
  id: 'planFilm',
  method: 'POST',
  path: '/api/generate/plan',
  tag,
  summary: 'What the storyboard would decide now',
  description:
    'Scenes and which references each would take, from the local planner. Nothing is stored and no use is counted. An empty prompt has no scenes.',
  body: planFilmSchema,
  answers: { 200: { description: 'Scenes with their references.', schema: filmPlanSchema } },
  errors: ['not-found'],
});
