-- CreateTable
CREATE TABLE "retired_tags" (
    "manifest_id" UUID NOT NULL,
    "manifest_tag" TEXT NOT NULL,
    "asset_id" UUID NOT NULL,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "retired_tags_pkey" PRIMARY KEY ("manifest_id","manifest_tag")
);

-- CreateIndex
CREATE INDEX "retired_tags_asset_id_idx" ON "retired_tags"("asset_id");

-- AddForeignKey
ALTER TABLE "retired_tags" ADD CONSTRAINT "retired_tags_manifest_id_fkey" FOREIGN KEY ("manifest_id") REFERENCES "manifests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retired_tags" ADD CONSTRAINT "retired_tags_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "assets"("id") ON DELETE CASCADE ON UPDATE CASCADE;
