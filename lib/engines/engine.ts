import type { BlobStore } from '../blobs/store.ts';
import type { AssetAnalysis, AssetType } from '../schemas/asset.ts';
import type { AspectRatio, Resolution } from '../schemas/project.ts';
import type { SnapshotData } from '../schemas/snapshot.ts';
import type { Storyboard, StoryboardScene, StyleGuide } from '../schemas/storyboard.ts';

/** What an engine may touch of the world. It knows no database and no web server. */
export type EnginePorts = {
  blobs: Pick<BlobStore, 'get' | 'localPath' | 'tempPath'>;
  /** Share done, 0…1; cheap to call often. */
  onProgress?: (share: number) => void;
  /** Aborted by stop: the verb rejects soon after. */
  signal?: AbortSignal;
};

/** What drawing a shot may touch of it. */
export type PicturePorts = { blobs: Pick<BlobStore, 'get'> };

export type AnalyseInput = {
  /** Hash of the master image. */
  imageHash: string;
  assetType: AssetType;
  name: string;
  description: string;
  userTags: string[];
};

/** The settings of a film that its frames depend on. */
export type FilmSettings = {
  title: string;
  prompt: string;
  style: string;
  aspectRatio: AspectRatio;
  resolution: Resolution;
  /** Seconds. */
  clipDuration: number;
  /** Seconds. */
  totalDuration: number;
  seed: number;
  enableAudio: boolean;
  /** Label, sentence and tags are drawn into the picture. */
  burnCaptions: boolean;
};

export type StoryboardInput = { settings: FilmSettings; snapshot: SnapshotData | null };

export type SceneInput = {
  settings: FilmSettings;
  snapshot: SnapshotData | null;
  styleGuide: StyleGuide;
  scene: StoryboardScene;
  /** Pictures a person gave for the start and end of the shot, by hash: a clip begins and ends with them. */
  own?: { start: string | null; end: string | null };
  /** Seed of a take of its own, which departs from the plain version of the shot; null or absent: the plain one. */
  takeSeed?: number | null;
};

/** Who does the creative work: `local` (rules, sharp and FFmpeg) or models. The same four verbs for both. */
export interface Engine {
  readonly id: string;
  /** Part of every input hash: a new version makes new pictures. */
  readonly version: string;
  analyse(input: AnalyseInput, ports: EnginePorts): Promise<AssetAnalysis>;
  storyboard(input: StoryboardInput, ports: EnginePorts): Promise<Storyboard>;
  /** A PNG of the frame at the start or end of the shot, in the film's size. */
  keyframe(input: SceneInput & { position: 'start' | 'end' }, ports: EnginePorts): Promise<Buffer>;
  /** An H.264 MP4 under `ports.blobs.tempPath()`, video only, 30 fps, in the film's size. Duration in seconds. */
  clip(input: SceneInput, ports: EnginePorts): Promise<{ path: string; duration: number }>;
}
