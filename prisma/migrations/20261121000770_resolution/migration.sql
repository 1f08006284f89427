-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "resolution" TEXT NOT NULL DEFAULT '720p';

ALTER TABLE projects
  ADD CONSTRAINT projects_resolution_check CHECK (resolution IN ('720p', '1080p'));
