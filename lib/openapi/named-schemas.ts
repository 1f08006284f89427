import type { z } from 'zod';
import * as asset from '../schemas/asset.ts';
import { bulkAnswerSchema } from '../schemas/asset-bulk.ts';
import * as bulk from '../schemas/bulk.ts';
import * as bundle from '../schemas/bundle.ts';
import * as filmPlan from '../schemas/film-plan.ts';
import * as fork from '../schemas/fork.ts';
import * as lockfile from '../schemas/lockfile.ts';
import * as manifest from '../schemas/manifest.ts';
import { presetSchema } from '../schemas/preset.ts';
import * as project from '../schemas/project.ts';
import * as search from '../schemas/search.ts';
import { searchMatchSchema } from '../schemas/search-match.ts';
import * as snapshot from '../schemas/snapshot.ts';
import * as storyboard from '../schemas/storyboard.ts';
import * as take from '../schemas/take.ts';
import * as text from '../schemas/text.ts';
import * as usage from '../schemas/usage.ts';
import * as version from '../schemas/version.ts';

/**
 * What answers are made of, by the names that readers and clients get; what has no name is written out wherever it is
 * used. Given to the document and not to zod's registry, which other JSON Schemas of the program are made with.
 */
export const NAMED_SCHEMAS: Record<string, z.ZodType> = {
  Id: text.idSchema,
  Hash: text.hashSchema,
  Instant: text.instantSchema,
  ManifestCategory: manifest.manifestCategorySchema,
  ManifestStatus: manifest.manifestStatusSchema,
  Manifest: manifest.manifestListItemSchema,
  ManifestDetail: manifest.manifestDetailSchema,
  ManifestProgress: manifest.manifestProgressSchema,
  ManifestBrief: bulk.manifestBriefSchema,
  ManifestBulkResult: bulk.bulkResultSchema,
  ProcessingProgress: manifest.processingProgressSchema,
  SheetTile: manifest.sheetTileSchema,
  TagCounts: manifest.tagCountsSchema,
  ManifestVersion: version.manifestVersionSchema,
  VersionContent: version.versionContentSchema,
  VersionComparison: version.versionComparisonSchema,
  VersionChanges: version.versionChangesSchema,
  AssetType: asset.assetTypeSchema,
  ManifestTag: asset.manifestTagSchema,
  Bbox: asset.bboxSchema,
  Detection: asset.detectionSchema,
  QualityReason: asset.qualityReasonSchema,
  Palette: asset.paletteSchema,
  Asset: asset.assetSchema,
  AssetBulkResult: bulkAnswerSchema,
  Usage: usage.usageSchema,
  UsingFilm: usage.usingFilmSchema,
  ImportPreview: bundle.importPreviewSchema,
  ImportResult: bundle.importResultSchema,
  FilmPlan: filmPlan.filmPlanSchema,
  Preset: presetSchema,
  AspectRatio: project.aspectRatioSchema,
  Resolution: project.resolutionSchema,
  ProjectStatus: project.projectStatusSchema,
  Stages: project.stagesSchema,
  StageState: project.stageStateSchema,
  Project: project.projectListItemSchema,
  ProjectDetail: project.projectDetailSchema,
  ProjectProgress: project.projectStatusAnswerSchema,
  ProjectScene: project.projectSceneSchema,
  Snapshot: project.snapshotAnswerSchema,
  SnapshotAsset: snapshot.snapshotAssetSchema,
  FilmStarted: project.generateAnswerSchema,
  ForkStarted: fork.forkAnswerSchema,
  ForkPreview: fork.forkPreviewSchema,
  Forks: fork.forksSchema,
  SavedManifest: fork.savedManifestSchema,
  ShotType: storyboard.shotTypeSchema,
  CameraMove: storyboard.cameraMoveSchema,
  Take: take.takeAnswerSchema,
  OwnKeyframe: take.ownKeyframeAnswerSchema,
  Lockfile: lockfile.lockfileSchema,
  LockfilePreview: lockfile.lockfilePreviewSchema,
  Verification: lockfile.verifyAnswerSchema,
  SearchAnswer: search.searchAnswerSchema,
  SearchMatch: searchMatchSchema,
};
