-- AlterTable
ALTER TABLE "clips" ADD COLUMN     "chosen_for" CHAR(64),
ADD COLUMN     "is_wanted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- What the Prisma schema cannot express. Written by hand.

ALTER TABLE clips
  ADD CONSTRAINT clips_chosen_for_check CHECK (chosen_for ~ '^[0-9a-f]{64}$'),
  -- What is chosen is not removed, and is not waited for to be chosen.
  ADD CONSTRAINT clips_removed_check CHECK (removed_at IS NULL OR NOT (is_chosen OR is_wanted)),
  ADD CONSTRAINT clips_wanted_check CHECK (NOT (is_wanted AND is_chosen));
