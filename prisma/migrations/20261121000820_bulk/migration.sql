-- CreateTable
CREATE TABLE "taken_images" (
    "original_hash" CHAR(64) NOT NULL,
    "master_hash" CHAR(64) NOT NULL,
    "has_alpha" BOOLEAN NOT NULL,
    "placeholder" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "taken_images_pkey" PRIMARY KEY ("original_hash")
);

-- CreateTable
CREATE TABLE "image_imports" (
    "asset_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "state" "StepState" NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "image_imports_pkey" PRIMARY KEY ("asset_id")
);

-- CreateIndex
CREATE INDEX "taken_images_master_hash_idx" ON "taken_images"("master_hash");

-- AddForeignKey
ALTER TABLE "image_imports" ADD CONSTRAINT "image_imports_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "assets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot express. Written by hand.

ALTER TABLE taken_images
  ADD CONSTRAINT taken_images_hash_check
    CHECK (original_hash ~ '^[0-9a-f]{64}$' AND master_hash ~ '^[0-9a-f]{64}$');

ALTER TABLE image_imports
  ADD CONSTRAINT image_imports_url_check CHECK (url ~* '^https?://' AND length(url) <= 2048),
  ADD CONSTRAINT image_imports_finished_check CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL));

-- the reconciler: imports that have no job
CREATE INDEX image_imports_open_idx ON image_imports (asset_id) WHERE state IN ('waiting', 'running');

-- The images that assets show already.
INSERT INTO taken_images (original_hash, master_hash, has_alpha, placeholder, created_at)
SELECT DISTINCT ON (original_hash) original_hash, master_hash, has_alpha, placeholder, created_at
FROM assets WHERE original_hash IS NOT NULL AND placeholder IS NOT NULL ORDER BY original_hash, created_at;
