-- Drafted from prisma/schema.prisma.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ManifestCategory" AS ENUM ('CHARACTERS', 'ENVIRONMENT', 'FULL_PRODUCTION', 'STYLE_KIT', 'BRAND_KIT', 'CUSTOM');

-- CreateEnum
CREATE TYPE "ManifestStatus" AS ENUM ('DRAFT', 'PROCESSING', 'READY', 'ERROR');

-- CreateEnum
CREATE TYPE "AssetType" AS ENUM ('CHARACTER', 'OBJECT', 'ENVIRONMENT', 'PROP', 'STYLE', 'OTHER');

-- CreateEnum
CREATE TYPE "AssetSource" AS ENUM ('uploaded', 'detected', 'extracted');

-- CreateEnum
CREATE TYPE "AnalysisState" AS ENUM ('none', 'queued', 'running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "ProjectStatus" AS ENUM ('pending', 'manifesting', 'storyboarding', 'keyframing', 'video_gen', 'stitching', 'complete', 'partial', 'failed', 'cancelled', 'staged');

-- CreateEnum
CREATE TYPE "StepState" AS ENUM ('waiting', 'running', 'done', 'failed');

-- CreateTable
CREATE TABLE "blobs" (
    "hash" CHAR(64) NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "thumb_320_hash" CHAR(64),
    "thumb_640_hash" CHAR(64),
    "thumb_1280_hash" CHAR(64),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blobs_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "manifests" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "category" "ManifestCategory" NOT NULL DEFAULT 'CUSTOM',
    "tags" TEXT[],
    "status" "ManifestStatus" NOT NULL DEFAULT 'DRAFT',
    "processing_progress" JSONB,
    "contact_sheet_hash" CHAR(64),
    "asset_count" INTEGER NOT NULL DEFAULT 0,
    "total_processing_cost" DECIMAL(12,6) NOT NULL DEFAULT 0,
    "times_used" INTEGER NOT NULL DEFAULT 0,
    "last_used_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "last_used_version" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "parent_manifest_id" UUID,
    "owner_project_id" UUID,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "manifests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manifest_tag_counters" (
    "manifest_id" UUID NOT NULL,
    "prefix" TEXT NOT NULL,
    "last_number" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "manifest_tag_counters_pkey" PRIMARY KEY ("manifest_id","prefix")
);

-- CreateTable
CREATE TABLE "assets" (
    "id" UUID NOT NULL,
    "manifest_id" UUID NOT NULL,
    "asset_type" "AssetType" NOT NULL,
    "name" TEXT NOT NULL,
    "manifest_tag" TEXT NOT NULL,
    "user_tags" TEXT[],
    "description" TEXT NOT NULL DEFAULT '',
    "source" "AssetSource" NOT NULL DEFAULT 'uploaded',
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "source_asset_id" UUID,
    "original_hash" CHAR(64),
    "master_hash" CHAR(64),
    "width" INTEGER,
    "height" INTEGER,
    "has_alpha" BOOLEAN NOT NULL DEFAULT false,
    "file_name" TEXT,
    "analysis_state" "AnalysisState" NOT NULL DEFAULT 'none',
    "analysis_run_id" UUID,
    "analysis_error" TEXT,
    "reverse_prompt" TEXT,
    "reverse_prompt_by_user" BOOLEAN NOT NULL DEFAULT false,
    "visual_description" TEXT,
    "visual_by_user" BOOLEAN NOT NULL DEFAULT false,
    "detection_class" TEXT,
    "detection_confidence" DOUBLE PRECISION,
    "is_face_crop" BOOLEAN NOT NULL DEFAULT false,
    "crop_bbox" JSONB,
    "quality_score" DOUBLE PRECISION,
    "quality_reasons" JSONB,
    "palette" JSONB,
    "perceptual_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "style" TEXT NOT NULL DEFAULT 'cinematic',
    "aspect_ratio" TEXT NOT NULL DEFAULT '16:9',
    "target_clip_duration" DOUBLE PRECISION NOT NULL DEFAULT 6,
    "total_duration" DOUBLE PRECISION NOT NULL DEFAULT 15,
    "seed" INTEGER NOT NULL,
    "engine" TEXT NOT NULL DEFAULT 'local',
    "text_model" TEXT,
    "image_model" TEXT,
    "video_model" TEXT,
    "enable_audio" BOOLEAN NOT NULL DEFAULT false,
    "run_through" TEXT,
    "status" "ProjectStatus" NOT NULL DEFAULT 'pending',
    "stop_requested_at" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "stages" JSONB NOT NULL DEFAULT '{}',
    "manifest_id" UUID,
    "manifest_version" INTEGER,
    "forked_from_id" UUID,
    "style_guide" JSONB,
    "output_hash" CHAR(64),
    "output_duration" DOUBLE PRECISION,
    "cost_estimate" DECIMAL(12,6) NOT NULL DEFAULT 0,
    "cost_actual" DECIMAL(12,6) NOT NULL DEFAULT 0,
    "error_code" TEXT,
    "error_message" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manifest_snapshots" (
    "id" UUID NOT NULL,
    "manifest_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "version_at_snapshot" INTEGER NOT NULL,
    "snapshot_data" JSONB NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "manifest_snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenes" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "scene_index" INTEGER NOT NULL,
    "slug_line" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "duration" DOUBLE PRECISION NOT NULL,
    "plan" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "keyframes" (
    "id" UUID NOT NULL,
    "scene_id" UUID NOT NULL,
    "position" TEXT NOT NULL,
    "state" "StepState" NOT NULL DEFAULT 'waiting',
    "blob_hash" CHAR(64),
    "input_hash" CHAR(64),
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "keyframes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clips" (
    "id" UUID NOT NULL,
    "scene_id" UUID NOT NULL,
    "take" INTEGER NOT NULL DEFAULT 1,
    "is_chosen" BOOLEAN NOT NULL DEFAULT true,
    "state" "StepState" NOT NULL DEFAULT 'waiting',
    "blob_hash" CHAR(64),
    "input_hash" CHAR(64),
    "operation" JSONB,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "duration" DOUBLE PRECISION,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "clips_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cost_entries" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "model" TEXT,
    "amount" DECIMAL(12,6) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cost_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "key" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "request_hash" CHAR(64) NOT NULL,
    "status" INTEGER,
    "headers" JSONB,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("route","key")
);

-- CreateIndex
CREATE INDEX "manifests_tags_idx" ON "manifests" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "assets_manifest_id_sort_order_created_at_id_idx" ON "assets"("manifest_id", "sort_order", "created_at", "id");

-- CreateIndex
CREATE INDEX "assets_master_hash_idx" ON "assets"("master_hash");

-- CreateIndex
CREATE INDEX "assets_original_hash_idx" ON "assets"("original_hash");

-- CreateIndex
CREATE UNIQUE INDEX "assets_manifest_id_manifest_tag_key" ON "assets"("manifest_id", "manifest_tag");

-- CreateIndex
CREATE INDEX "projects_created_at_id_idx" ON "projects"("created_at", "id");

-- CreateIndex
CREATE INDEX "projects_status_created_at_id_idx" ON "projects"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "projects_manifest_id_created_at_id_idx" ON "projects"("manifest_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "manifest_snapshots_project_id_key" ON "manifest_snapshots"("project_id");

-- CreateIndex
CREATE INDEX "manifest_snapshots_manifest_id_created_at_idx" ON "manifest_snapshots"("manifest_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "scenes_project_id_scene_index_key" ON "scenes"("project_id", "scene_index");

-- CreateIndex
CREATE UNIQUE INDEX "keyframes_scene_id_position_key" ON "keyframes"("scene_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "clips_scene_id_take_key" ON "clips"("scene_id", "take");

-- CreateIndex
CREATE INDEX "cost_entries_project_id_created_at_idx" ON "cost_entries"("project_id", "created_at");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- AddForeignKey
ALTER TABLE "manifests" ADD CONSTRAINT "manifests_parent_manifest_id_fkey" FOREIGN KEY ("parent_manifest_id") REFERENCES "manifests"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manifest_tag_counters" ADD CONSTRAINT "manifest_tag_counters_manifest_id_fkey" FOREIGN KEY ("manifest_id") REFERENCES "manifests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assets" ADD CONSTRAINT "assets_manifest_id_fkey" FOREIGN KEY ("manifest_id") REFERENCES "manifests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assets" ADD CONSTRAINT "assets_source_asset_id_fkey" FOREIGN KEY ("source_asset_id") REFERENCES "assets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_manifest_id_fkey" FOREIGN KEY ("manifest_id") REFERENCES "manifests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_forked_from_id_fkey" FOREIGN KEY ("forked_from_id") REFERENCES "projects"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manifest_snapshots" ADD CONSTRAINT "manifest_snapshots_manifest_id_fkey" FOREIGN KEY ("manifest_id") REFERENCES "manifests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manifest_snapshots" ADD CONSTRAINT "manifest_snapshots_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenes" ADD CONSTRAINT "scenes_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "keyframes" ADD CONSTRAINT "keyframes_scene_id_fkey" FOREIGN KEY ("scene_id") REFERENCES "scenes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clips" ADD CONSTRAINT "clips_scene_id_fkey" FOREIGN KEY ("scene_id") REFERENCES "scenes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost_entries" ADD CONSTRAINT "cost_entries_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;
