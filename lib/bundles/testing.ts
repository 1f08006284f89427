import { buffer } from 'node:stream/consumers';
import canonicalize from 'canonicalize';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { createAsset, deleteAsset, updateAsset } from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { db } from '../db/prisma.ts';
import { createManifest } from '../manifests/manifest-service.ts';
import type { Asset, CreateAsset } from '../schemas/asset.ts';
import { type Bundle, bundleSchema } from '../schemas/bundle.ts';
import { createManifestSchema } from '../schemas/manifest.ts';

export type ZipEntry = { name: string; bytes: Uint8Array; compress?: boolean; mode?: number };

/** A zip of these entries, as foreign as a test wants it. */
export async function zipOf(entries: ZipEntry[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes, compress = false, mode = 0o100644 } of entries)
    zip.addBuffer(Buffer.from(bytes), name, { compress, mode, mtime: new Date(0) });
  zip.end();
  return buffer(zip.outputStream);
}

/** The entries of a zip, in their order. */
export async function unzip(bytes: Buffer): Promise<ZipEntry[]> {
  const zip = await fromBufferPromise(bytes);
  const entries: ZipEntry[] = [];
  for await (const entry of zip.eachEntry())
    entries.push({
      name: entry.fileName,
      bytes: await buffer(await zip.openReadStreamPromise(entry)),
    });
  return entries;
}

/** A bundle with its `manifest.json` changed; images stay as they are. */
export async function rezipped(bytes: Buffer, change: (bundle: Bundle) => unknown): Promise<Buffer> {
  const [json, ...images] = await unzip(bytes);
  const bundle = structuredClone(bundleSchema.parse(JSON.parse(Buffer.from(json?.bytes ?? []).toString())));
  const changed = change(bundle) ?? bundle;
  return zipOf([{ name: 'manifest.json', bytes: Buffer.from(canonicalize(changed) ?? '') }, ...images]);
}

/**
 * A manifest with all that a bundle carries: a group of views, a crop, a retired number, a deleted asset, names outside
 * of ASCII, an asset without image, one analysed, and text written by hand.
 */
export async function aRichManifest(name = 'Zoë’s 灯台 “cast”'): Promise<{ id: string; assets: Asset[] }> {
  const { manifest_id: id } = await createManifest(
    createManifestSchema.parse({
      name,
      description: 'Two lines\nof prose',
      category: 'CHARACTERS',
      tags: ['köln', 'dusk'],
    }),
  );
  const add = async (input: CreateAsset, color?: string) =>
    createAsset(id, input, color ? await anImage(color, `${color.slice(1)}.png`) : undefined);
  const mara = await add({ name: 'Mara', asset_type: 'CHARACTER', user_tags: ['lead'] }, '#a33a33');
  const side = await add({ name: 'Mara, side', asset_type: 'CHARACTER' }, '#3a3a33');
  const crop = await add({ name: 'Mara’s face', asset_type: 'CHARACTER' }, '#33a33a');
  const gone = await add({ name: 'Gone', asset_type: 'PROP' }, '#123456');
  const lamp = await add({ name: 'Lamp 🏮', asset_type: 'PROP', description: 'brass' });
  const retyped = await add({ name: 'Sloop', asset_type: 'OTHER' }, '#a33a33');
  await deleteAsset(gone.asset_id);
  await updateAsset(retyped.asset_id, { asset_type: 'OBJECT' });
  await updateAsset(side.asset_id, { reverse_prompt: 'a woman seen from the side', is_primary: false });
  await updateAsset(mara.asset_id, { is_primary: true });
  await db().asset.update({
    where: { id: side.asset_id },
    data: { viewOfId: mara.asset_id, view: 'side', analysisState: 'failed', analysisError: 'too dark' },
  });
  await db().asset.update({
    where: { id: crop.asset_id },
    data: { sourceAssetId: mara.asset_id, source: 'extracted', isFaceCrop: true },
  });
  await db().asset.update({
    where: { id: mara.asset_id },
    data: {
      view: 'front',
      analysisState: 'done',
      qualityScore: 7.25,
      qualityReasons: [{ code: 'sharpness', label: 'Sharp', detail: 'blur 0.08', score: 0.92, advice: null }],
      palette: [{ hex: '#a33a33', share: 0.875 }],
      cropBbox: { x: 0.1, y: 0.2, width: 0.5, height: 0.25 },
      detections: [{ bbox: { x: 0, y: 0, width: 1, height: 1 / 3 }, label: 'subject', confidence: 0.5 }],
      perceptualHash: '0123456789abcdef',
      detectionClass: 'person',
      detectionConfidence: 0.75,
      visualDescription: 'a red field',
    },
  });
  return { id, assets: [mara, side, crop, lamp, retyped] };
}
