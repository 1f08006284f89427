-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "output_scenes" JSONB;
