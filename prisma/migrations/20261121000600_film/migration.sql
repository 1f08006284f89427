-- AlterTable
ALTER TABLE "clips" ADD COLUMN     "frames_hash" CHAR(64),
ADD COLUMN     "seed" INTEGER,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'made';

-- AlterTable
ALTER TABLE "keyframes" ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'made';

-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "burn_captions" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "output_frames" JSONB,
ADD COLUMN     "output_input_hash" CHAR(64),
ADD COLUMN     "request_key" TEXT;

-- AlterTable
ALTER TABLE "scenes" ADD COLUMN     "input_hash" CHAR(64),
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "presets" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "presets_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "presets_name_key" ON "presets"("name");

-- CreateIndex
CREATE UNIQUE INDEX "projects_request_key_key" ON "projects"("request_key");

-- What the Prisma schema cannot express. Written by hand.

-- A removed scene has a negative index, so that those that stay are numbered without gaps.
ALTER TABLE scenes
  DROP CONSTRAINT scenes_scene_index_check,
  ADD CONSTRAINT scenes_scene_index_check CHECK ((scene_index >= 0) = (removed_at IS NULL)),
  ADD CONSTRAINT scenes_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT scenes_input_hash_check CHECK (input_hash ~ '^[0-9a-f]{64}$');

ALTER TABLE keyframes
  ADD CONSTRAINT keyframes_source_check CHECK (source IN ('made', 'uploaded'));

ALTER TABLE clips
  ADD CONSTRAINT clips_source_check CHECK (source IN ('made', 'uploaded')),
  ADD CONSTRAINT clips_seed_check CHECK (seed >= 0),
  ADD CONSTRAINT clips_frames_hash_check CHECK (frames_hash ~ '^[0-9a-f]{64}$');

ALTER TABLE projects
  ADD CONSTRAINT projects_output_input_hash_check CHECK (output_input_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT projects_request_key_check CHECK (length(request_key) BETWEEN 1 AND 255);

ALTER TABLE presets
  ADD CONSTRAINT presets_name_check CHECK (name <> '');
