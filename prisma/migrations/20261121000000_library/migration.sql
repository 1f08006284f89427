-- CreateEnum
CREATE TYPE "AssetView" AS ENUM ('front', 'three_quarter', 'side', 'full_body');

-- DropForeignKey
ALTER TABLE "manifest_snapshots" DROP CONSTRAINT "manifest_snapshots_manifest_id_fkey";

-- DropForeignKey
ALTER TABLE "projects" DROP CONSTRAINT "projects_manifest_id_fkey";

-- AlterTable
ALTER TABLE "assets" ADD COLUMN     "detections" JSONB,
ADD COLUMN     "placeholder" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "view" "AssetView",
ADD COLUMN     "view_of_id" UUID;

-- AlterTable
ALTER TABLE "manifests" ADD COLUMN     "restored_from_version" INTEGER,
ADD COLUMN     "version_began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "manifest_versions" (
    "manifest_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "restored_from_version" INTEGER,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "manifest_versions_pkey" PRIMARY KEY ("manifest_id","version")
);

-- AddForeignKey
ALTER TABLE "manifest_versions" ADD CONSTRAINT "manifest_versions_manifest_id_fkey" FOREIGN KEY ("manifest_id") REFERENCES "manifests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assets" ADD CONSTRAINT "assets_view_of_id_fkey" FOREIGN KEY ("view_of_id") REFERENCES "assets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_manifest_id_fkey" FOREIGN KEY ("manifest_id") REFERENCES "manifests"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the Prisma schema cannot express. Written by hand.

-- A group of references is an asset and those that show it from other sides: one of each side, one sent first.
CREATE UNIQUE INDEX assets_one_of_each_view_idx ON assets (coalesce(view_of_id, id), view) WHERE view IS NOT NULL;
-- Before there were groups several assets could be primary; each leads its own group, so none is lost.
CREATE UNIQUE INDEX assets_one_primary_idx ON assets (coalesce(view_of_id, id)) WHERE is_primary;

ALTER TABLE assets
  ADD CONSTRAINT assets_view_of_check CHECK (view_of_id <> id),
  ADD CONSTRAINT assets_revision_check CHECK (revision >= 1);

ALTER TABLE manifests
  ADD CONSTRAINT manifests_restored_from_version_check CHECK (restored_from_version BETWEEN 1 AND version);

ALTER TABLE manifest_versions
  ADD CONSTRAINT manifest_versions_version_check CHECK (version >= 1 AND restored_from_version BETWEEN 1 AND version),
  ADD CONSTRAINT manifest_versions_digest_check CHECK (digest ~ '^[0-9a-f]{64}$');
CREATE TRIGGER manifest_versions_immutable BEFORE UPDATE ON manifest_versions FOR EACH ROW EXECUTE FUNCTION refuse_update();

-- Versions that films have frozen so far. All snapshots of a version say the same.
INSERT INTO manifest_versions (manifest_id, version, data, digest, began_at, created_at)
  SELECT DISTINCT ON (manifest_id, version_at_snapshot)
    manifest_id, version_at_snapshot, snapshot_data, digest, created_at, created_at
  FROM manifest_snapshots ORDER BY manifest_id, version_at_snapshot, created_at;

CREATE INDEX assets_view_of_idx ON assets (view_of_id) WHERE view_of_id IS NOT NULL;
