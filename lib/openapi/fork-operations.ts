import {
  forkAnswerSchema,
  forkPreviewSchema,
  forkQuerySchema,
  forkSchema,
  forksSchema,
  savedManifestSchema,
  saveManifestSchema,
} from '../schemas/fork.ts';
import { idSchema } from '../schemas/text.ts';
import { locationHeader } from './headers.ts';
import { operation } from './operation.ts';

const tag = 'Films';
const params = { id: idSchema };

export const forkProject = operation({
  id: 'forkProject',
  method: 'POST',
  path: '/api/projects/{id}/fork',
  tag,
  summary: 'A new film from this one, sharing all that stays the same',
  description:
    'Settings that are absent are those of the film. Scenes whose pictures would come out the same are shared, the others are made. The film itself stays as it is. Refused while pictures of the film, or the manifest, are analysed.',
  params,
  query: forkQuerySchema,
  body: forkSchema,
  bodyOptional: true,
  example: { aspect_ratio: '9:16', manifest: 'live' },
  answers: {
    200: { description: 'What would be shared.', schema: forkPreviewSchema },
    202: {
      description: 'The fork begins.',
      schema: forkAnswerSchema,
      headers: { location: locationHeader },
    },
  },
  errors: ['invalid-state'],
});

export const listForks = operation({
  id: 'listForks',
  method: 'GET',
  path: '/api/projects/{id}/forks',
  tag,
  summary: 'What a film was forked from, and its forks',
  description: 'Of the forks the newest 50, and how many there are.',
  params,
  answers: { 200: { description: 'The family.', schema: forksSchema } },
});

export const saveManifest = operation({
  id: 'saveManifest',
  method: 'POST',
  path: '/api/projects/{id}/save-manifest',
  tag,
  summary: "Put a film's quick upload into the library",
  description:
    'With the analysed images and their texts. A manifest that is in the library already stays as it is. Refused while the pictures are analysed; 404 for a film without any.',
  params,
  body: saveManifestSchema,
  bodyOptional: true,
  answers: { 200: { description: 'The manifest.', schema: savedManifestSchema } },
  errors: ['invalid-state'],
});
