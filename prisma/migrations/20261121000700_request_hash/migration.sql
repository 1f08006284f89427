-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "request_hash" CHAR(64);

-- What the Prisma schema cannot express. Written by hand.

ALTER TABLE projects
  ADD CONSTRAINT projects_request_hash_check CHECK (request_hash ~ '^[0-9a-f]{64}$');
