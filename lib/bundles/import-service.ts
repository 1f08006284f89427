import type { TakenImage } from '../assets/image-intake.ts';
import { insertTakenImages } from '../assets/taken-images-repo.ts';
import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Multipart, MultipartLimits } from '../http/multipart.ts';
import { lockManifest } from '../manifests/edit.ts';
import {
  BUNDLE_LIMITS,
  type Bundle,
  type BundleManifest,
  type ImportedItem,
  type ImportPreview,
  type ImportQuery,
  type ImportResult,
} from '../schemas/bundle.ts';
import { choiceFor, previewItem } from './import-plan.ts';
import {
  type Clash,
  findClashAssets,
  findClashes,
  findKnownImages,
  holdImages,
  type KnownImage,
  nameFinder,
} from './import-repo.ts';
import { createFromBundle, type Images, mergeIntoManifest } from './import-rows.ts';
import { type OpenBundle, withBundle } from './read-bundle.ts';
import { takeImages } from './take-images.ts';

/** What the body of an import may be: one `file`, or the zip itself. */
export const IMPORT_LIMITS = {
  fileField: 'file',
  maxFiles: 1,
  maxFileBytes: BUNDLE_LIMITS.bytes,
  fieldNames: [],
  rawTypes: ['application/zip', 'application/x-zip-compressed'],
} as const satisfies MultipartLimits;

/** Writing 10,000 rows takes seconds. */
const TRANSACTION = { timeout: 60_000 };
const IMAGES_AT_ONCE = 200;

/**
 * Imports the manifests of a bundle, all or none, or says with `dry_run` what that would do. Images go through the same
 * intake as uploads before the one transaction that writes rows; what the library holds whole is not decoded again.
 * @throws AppError validation-failed, payload-too-large, unsupported-media-type: nothing was changed; unavailable
 */
export async function importBundle(
  { files }: Multipart,
  query: ImportQuery,
): Promise<ImportPreview | ImportResult> {
  const [file] = files;
  if (!file)
    throw new AppError('validation-failed', {
      detail: 'The file is missing.',
      errors: [{ pointer: '#/file', code: 'required', detail: 'is required' }],
    });
  return withBundle(file.path, async (open) => {
    assertChoices(query, open.bundle);
    return query.dry_run ? preview(open) : runImport(open, query);
  });
}

function assertChoices({ choices }: ImportQuery, { manifests }: Bundle): void {
  if ([...(choices?.keys() ?? [])].some((index) => index >= manifests.length))
    throw new AppError('validation-failed', {
      detail: 'A choice is for a manifest that is not in the bundle.',
      errors: [{ parameter: 'choices', code: 'out-of-range', detail: 'names a place that is not there' }],
    });
}

async function preview({ bundle, verify }: OpenBundle): Promise<ImportPreview> {
  for (const image of bundle.images) await verify(image);
  const names = bundle.manifests.map((manifest) => manifest.name);
  const tx = db();
  const clashes = await findClashes(tx, names);
  const ids = [...clashes.values()].map((clash) => clash.id);
  const [clashAssets, known, freeName] = await Promise.all([
    findClashAssets(tx, ids),
    findKnownImages(tx, hashesOf(bundle.manifests)),
    nameFinder(tx, [...clashes.keys()]),
  ]);
  const assetsOf = Map.groupBy(clashAssets, (asset) => asset.manifestId);
  return {
    dry_run: true,
    manifests: bundle.manifests.map((manifest, index) => {
      const clash = clashes.get(manifest.name);
      return previewItem(manifest, index, {
        clash,
        clashAssets: (clash && assetsOf.get(clash.id)) ?? [],
        known,
        freeName,
      });
    }),
  };
}

const hashesOf = (manifests: BundleManifest[]) => [
  ...new Set(manifests.flatMap((manifest) => manifest.assets.flatMap((asset) => asset.image ?? []))),
];

async function runImport(open: OpenBundle, query: ImportQuery): Promise<ImportResult> {
  const { manifests, images } = open.bundle;
  const atFirst = await findClashes(
    db(),
    manifests.map((manifest) => manifest.name),
  );
  const skips = (manifest: BundleManifest, index: number) =>
    choiceFor(query, index) === 'skip' && atFirst.has(manifest.name);
  const wanted = new Set(hashesOf(manifests.filter((manifest, index) => !skips(manifest, index))));
  const known = await findKnownImages(db(), [...wanted]);
  const isUnknown = (hash: string) => wanted.has(hash) && !known.has(hash);
  // What is not decoded is still held against its hash: a bundle is right as a whole or refused.
  for (const image of images.filter(({ sha256 }) => !isUnknown(sha256))) await open.verify(image);
  const taken = await takeImages(
    images.filter(({ sha256 }) => isUnknown(sha256)),
    open,
  );
  const ready = new Map([...known, ...[...taken].map(([hash, image]) => [hash, columnsOf(image)] as const)]);
  return db().$transaction(async (tx) => {
    const done: ImportedItem[] = [];
    const clashes = await findClashes(
      tx,
      manifests.map((manifest) => manifest.name),
    );
    const freeName = await nameFinder(tx, [...clashes.keys()]);
    // Manifests before images, as everyone who edits takes them.
    const merged = new Set<string>();
    for (const [index, manifest] of manifests.entries()) {
      const clash = clashes.get(manifest.name);
      if (clash && choiceFor(query, index) === 'merge') merged.add(clash.id);
    }
    for (const id of [...merged].sort()) await lockManifest(tx, id);
    await keepImages(tx, known, taken);
    for (const [index, manifest] of manifests.entries()) {
      const skipped = skips(manifest, index) ? atFirst.get(manifest.name) : undefined;
      done.push(
        skipped
          ? skippedItem(index, skipped)
          : await importOne(tx, manifest, index, {
              clash: clashes.get(manifest.name),
              query,
              freeName,
              images: ready,
            }),
      );
    }
    return { dry_run: false, manifests: done };
  }, TRANSACTION);
}

const columnsOf = ({ original, master, hasAlpha, placeholder }: TakenImage) => ({
  originalHash: original.hash,
  masterHash: master.hash,
  width: master.width,
  height: master.height,
  hasAlpha,
  placeholder,
});

async function keepImages(
  tx: Tx,
  known: ReadonlyMap<string, KnownImage>,
  taken: ReadonlyMap<string, TakenImage>,
): Promise<void> {
  if (known.size > 0 && !(await holdImages(tx, [...known.values()])))
    throw new AppError('unavailable', {
      detail: 'The library changed while the bundle was read. Import it again.',
      headers: { 'retry-after': '1' },
    });
  const images = [...taken.values()];
  for (let i = 0; i < images.length; i += IMAGES_AT_ONCE)
    await insertTakenImages(tx, images.slice(i, i + IMAGES_AT_ONCE));
}

const skippedItem = (index: number, clash: Clash): ImportedItem => ({
  index,
  outcome: 'skipped',
  manifest_id: clash.id,
  name: clash.name,
  added_asset_ids: [],
  tags: {},
});

type Circumstances = {
  clash: Clash | undefined;
  query: ImportQuery;
  freeName: (name: string) => string;
  images: Images;
};

async function importOne(
  tx: Tx,
  manifest: BundleManifest,
  index: number,
  { clash, query, freeName, images }: Circumstances,
): Promise<ImportedItem> {
  if (clash && choiceFor(query, index) === 'merge') {
    const present = await findClashAssets(tx, [clash.id]);
    const { addedAssetIds, tags } = await mergeIntoManifest(tx, clash.id, manifest, present, images);
    return {
      index,
      outcome: 'merged',
      manifest_id: clash.id,
      name: clash.name,
      added_asset_ids: addedAssetIds,
      tags,
    };
  }
  const name = clash ? freeName(manifest.name) : manifest.name;
  const { manifestId, addedAssetIds, tags } = await createFromBundle(tx, manifest, name, images);
  return { index, outcome: 'created', manifest_id: manifestId, name, added_asset_ids: addedAssetIds, tags };
}
