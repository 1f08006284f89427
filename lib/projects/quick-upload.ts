import { z } from 'zod';
import { takeImage } from '../assets/image-intake.ts';
import { AppError } from '../errors.ts';
import type { Multipart, MultipartLimits } from '../http/multipart.ts';
import { parseWith } from '../http/problem.ts';
import type { UploadedFile } from '../http/upload-file.ts';
import { IMAGE_LIMITS } from '../schemas/asset.ts';
import { type GenerateAnswer, generateSchema, PROJECT_LIMITS } from '../schemas/project.ts';
import { imageNamesSchema, imageTypesSchema } from '../schemas/quick-upload.ts';
import { generate } from './generate.ts';
import type { QuickImage } from './quick-image.ts';

const NUMBERS = new Set(['clip_duration', 'total_duration', 'seed']);
const FLAGS = new Set(['enable_audio', 'burn_captions']);

/** What the body of `generateFromUpload` may hold. */
export const QUICK_UPLOAD_LIMITS: MultipartLimits = {
  fileField: 'images[]',
  maxFiles: PROJECT_LIMITS.quickUploadImages,
  maxFileBytes: IMAGE_LIMITS.bytes,
  fieldNames: [...Object.keys(generateSchema.shape), 'image_names', 'image_types'],
};

/**
 * Starts a film from a multipart body: the fields of the JSON request as text, and `images[]`; `image_names` and
 * `image_types`, JSON arrays as long as `images[]`, say what is not left to the file names. One image that is refused
 * refuses the film and says which, so nothing is left behind.
 * @throws AppError see generate and takeImage
 */
export async function generateFromUpload(
  { fields, files }: Multipart,
  options: { requestKey?: string | null } = {},
): Promise<GenerateAnswer> {
  const { image_names, image_types, ...settings } = fields;
  const input = parseWith(generateSchema, typed(settings), 'body');
  const names = parallel('image_names', imageNamesSchema, image_names, files.length);
  const types = parallel('image_types', imageTypesSchema, image_types, files.length);
  const images: QuickImage[] = [];
  for (const [index, file] of files.entries())
    images.push({
      ...(await takeNth(file, index)),
      name: names[index] ?? null,
      assetType: types[index] ?? null,
    });
  return generate(input, images, options);
}

/** A JSON array beside the files, one entry for each; nothing at all where it is absent. */
function parallel<T>(name: string, schema: z.ZodType<T[]>, text: string | undefined, count: number): T[] {
  if (text === undefined) return [];
  const list = parseWith(z.object({ [name]: schema }), { [name]: parsed(text) }, 'body')[name] ?? [];
  if (list.length !== count)
    throw new AppError('validation-failed', {
      detail: 'One field is wrong.',
      errors: [{ pointer: `#/${name}`, code: 'not-valid', detail: `must have one entry for each image` }],
    });
  return list;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Text fields as the JSON request has them. Text that is no number stays text, for the schema to refuse. */
function typed(fields: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => {
      if (NUMBERS.has(name) && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return [name, Number(text)];
      if (FLAGS.has(name) && (text === 'true' || text === 'false')) return [name, text === 'true'];
      return [name, text];
    }),
  );
}

async function takeNth({ path, declaredType, fileName }: UploadedFile, index: number) {
  try {
    return await takeImage({ path }, { declaredType, fileName });
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    const detail = error.detail ?? 'This image cannot be used.';
    throw new AppError(error.code, {
      detail: `Image ${index + 1}: ${detail}`,
      errors: [{ pointer: `#/images/${index}`, code: error.code, detail }],
      cause: error,
    });
  }
}
