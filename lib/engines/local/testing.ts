import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeVideo, readFrame } from '../../media/decode-video.ts';
import { createFrame, type YuvFrame } from '../../media/yuv.ts';
import type { AssetType } from '../../schemas/asset.ts';
import type { SnapshotAsset, SnapshotData } from '../../schemas/snapshot.ts';
import type { StoryboardScene, StyleGuide } from '../../schemas/storyboard.ts';
import type { EnginePorts, FilmSettings } from '../engine.ts';

/** Blobs as files in a folder of their own, for tests of engines and stages. */
export function testPorts(): {
  ports: EnginePorts;
  folder: string;
  put(bytes: Buffer): string;
  close(): Promise<void>;
} {
  const folder = mkdtempSync(join(tmpdir(), 'vidpipe-engine-'));
  let files = 0;
  return {
    folder,
    ports: {
      blobs: {
        get: (hash) => readFile(join(folder, hash)),
        localPath: async (hash) => join(folder, hash),
        tempPath: async () => {
          files += 1;
          return join(folder, String(files));
        },
      },
    },
    put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      writeFileSync(join(folder, hash), bytes);
      return hash;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

const PREFIX: Record<string, AssetType> = {
  CHAR: 'CHARACTER',
  OBJ: 'OBJECT',
  ENV: 'ENVIRONMENT',
  PROP: 'PROP',
  STYLE: 'STYLE',
};
const ID = '00000000-0000-7000-8000-000000000000';

export function testAsset(tag: string, name: string, more: Partial<SnapshotAsset> = {}): SnapshotAsset {
  return {
    asset_id: ID,
    asset_type: PREFIX[tag.split('_')[0] ?? ''] ?? 'OTHER',
    name,
    manifest_tag: tag,
    user_tags: [],
    description: '',
    source: 'uploaded',
    sort_order: 0,
    is_primary: false,
    original_hash: null,
    image_hash: 'a'.repeat(64),
    width: 640,
    height: 360,
    has_alpha: false,
    reverse_prompt: null,
    visual_description: null,
    quality_score: null,
    crop_bbox: null,
    palette: null,
    perceptual_hash: null,
    ...more,
  };
}

export const testSnapshot = (assets: SnapshotAsset[]): SnapshotData => ({
  format: 1,
  manifest: { manifest_id: ID, name: 'Test', description: '', category: 'CUSTOM', tags: [], version: 1 },
  assets,
});

export const testSettings = (more: Partial<FilmSettings> = {}): FilmSettings => ({
  title: 'A film',
  prompt: 'It begins.',
  style: 'cinematic',
  aspectRatio: '16:9',
  resolution: '720p',
  clipDuration: 5,
  totalDuration: 15,
  seed: 7,
  enableAudio: false,
  burnCaptions: false,
  ...more,
});

export const testScene = (more: Partial<StoryboardScene> = {}): StoryboardScene => ({
  index: 0,
  title: 'It begins',
  slug_line: 'EXT. FIELD',
  description: 'It begins.',
  shot_type: 'wide',
  camera_move: 'pan_right',
  duration: 1,
  placements: [],
  transition: 'dissolve',
  references: [],
  continuity: [],
  motion_prompt: '',
  audio: { dialogue: [], effects: [], ambience: '', music: '' },
  repairs: [],
  ...more,
});

export const testStyle: StyleGuide = {
  style: 'cinematic',
  look: '',
  style_tags: [],
  palette: ['#20303a', '#5f7d86', '#d9c9a8'],
  grade: { warmth: 0, saturation: 1, contrast: 1, vignette: 0 },
};

/** Every frame of a file, copied. */
export async function framesOf(path: string, width: number, height: number): Promise<YuvFrame[]> {
  const frames: YuvFrame[] = [];
  for await (const frame of decodeVideo(path)) frames.push(readFrame(frame, createFrame(width, height)));
  return frames;
}
