-- AlterTable
ALTER TABLE "manifest_versions" ADD COLUMN     "changes" JSONB,
ADD COLUMN     "extras" JSONB;

-- What the Prisma schema cannot express. Written by hand.

-- Which assets a version holds and under which tag, without reading its whole content: where used.
CREATE FUNCTION frozen_asset_tags(data jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (SELECT jsonb_object_agg(a->>'asset_id', a->>'manifest_tag') FROM jsonb_array_elements(data->'assets') a);
ALTER TABLE "manifest_versions" ADD COLUMN "asset_tags" JSONB GENERATED ALWAYS AS (frozen_asset_tags(data)) STORED;
