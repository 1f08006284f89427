import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { parseJson } from '../http/json-body.ts';
import { fieldErrors } from '../http/problem.ts';
import {
  BUNDLE_FORMAT,
  BUNDLE_LIMITS,
  BUNDLE_VERSION,
  type Bundle,
  type BundleAsset,
  type BundleManifest,
  bundleAssetSchema,
  bundleImageSchema,
  bundleManifestSchema,
  bundleSchema,
} from '../schemas/bundle.ts';
import { bundleError } from './bundle-error.ts';
import { bundleRules } from './bundle-rules.ts';
import { countValues } from './count-values.ts';

const JSON_NAME = 'manifest.json';
/** No list of an asset or of a manifest's own is longer. */
const LIST_MAX = 1000;
const PARSED_AT_ONCE = 200;

const shellSchema = z.strictObject({
  ...bundleSchema.shape,
  manifests: z.array(z.unknown()).min(1).max(BUNDLE_LIMITS.manifests, { error: 'too-many' }),
  images: z.array(z.unknown()).max(BUNDLE_LIMITS.assets, { error: 'too-many' }),
});
const manifestShellSchema = z.strictObject({
  ...bundleManifestSchema.shape,
  assets: z.array(z.unknown()).max(BUNDLE_LIMITS.assets, { error: 'too-many' }),
});
const formatSchema = z.looseObject({ format: z.literal(BUNDLE_FORMAT), version: z.number() });

/**
 * Reads `manifest.json` as foreign: by piece, because one parse of the whole would list every error of millions of
 * values before it counted them. The first piece with errors ends it.
 * @throws AppError validation-failed with where it is wrong; nothing of the input but field names is repeated
 */
export async function parseBundle(bytes: Uint8Array): Promise<Bundle> {
  if (countValues(bytes) > BUNDLE_LIMITS.jsonValues) throw bundleError(`${JSON_NAME} holds too many values.`);
  const value = parsed(bytes);
  const format = formatSchema.safeParse(value);
  if (!format.success) throw bundleError('This zip is not a manifest bundle: manifest.json does not say so.');
  if (format.data.version !== BUNDLE_VERSION)
    throw bundleError(
      `This bundle is of format version ${format.data.version}. This vidpipe reads version ${BUNDLE_VERSION}.`,
      [{ pointer: '#/version', code: 'unknown-version', detail: `must be ${BUNDLE_VERSION}` }],
    );
  const shell = piece(shellSchema, value, '#');
  const images = [];
  for (const [i, image] of shell.images.entries())
    images.push(piece(bundleImageSchema, image, `#/images/${i}`));
  const manifests: BundleManifest[] = [];
  let count = 0;
  for (const [i, manifest] of shell.manifests.entries()) {
    const pointer = `#/manifests/${i}`;
    const head = piece(manifestShellSchema, manifest, pointer);
    count += head.assets.length;
    if (count > BUNDLE_LIMITS.assets)
      throw bundleError(`This bundle holds more than ${BUNDLE_LIMITS.assets} assets.`, [
        { pointer: `${pointer}/assets`, code: 'too-many', detail: 'has too many entries' },
      ]);
    const assets: BundleAsset[] = [];
    for (const [j, asset] of head.assets.entries()) {
      assets.push(piece(bundleAssetSchema, asset, `${pointer}/assets/${j}`));
      if (j % PARSED_AT_ONCE === PARSED_AT_ONCE - 1) await nextTurn();
    }
    manifests.push({ ...head, assets });
  }
  const bundle: Bundle = { ...shell, images, manifests };
  const errors = bundleRules(bundle);
  if (errors.length > 0) throw wrong(errors);
  return bundle;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes, JSON_NAME);
  } catch (error) {
    if (error instanceof AppError)
      throw bundleError(error.detail ?? `${JSON_NAME} is not valid.`, error.errors, error);
    throw error;
  }
}

function piece<S extends z.ZodType>(schema: S, value: unknown, pointer: string): z.output<S> {
  const long = longList(value);
  if (long !== undefined)
    throw wrong([{ pointer: `${pointer}/${long}`, code: 'too-many', detail: 'has too many entries' }]);
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const errors = fieldErrors(result.error, 'body').slice(0, 100);
  throw wrong(errors.map((error) => ({ ...error, pointer: pointer + (error.pointer ?? '#').slice(1) })));
}

/** Name of a field whose list is too long to be parsed; what counts its own is left to the schema. */
function longList(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const known = ['user_tags', 'tags'];
  const lists = {
    ...value,
    ...('analysis' in value && typeof value.analysis === 'object' && value.analysis),
  };
  return Object.entries(lists).find(
    ([name, list]) =>
      Array.isArray(list) &&
      list.length > LIST_MAX &&
      (known.includes(name) || name in bundleAssetSchema.shape.analysis.shape),
  )?.[0];
}

function wrong(errors: { pointer?: string; code: string; detail: string }[]) {
  const [first] = errors;
  const where = first?.pointer ? ` at ${first.pointer.slice(1) || '/'}` : '';
  return bundleError(`${JSON_NAME} is wrong${where}: ${first?.detail ?? 'it is not valid'}.`, errors);
}
