-- What the Prisma schema cannot express. Written by hand.

-- Search that forgives typing errors: similarity and substring by trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Tags as a search reads them. PostgreSQL allows only what is declared immutable in an index; of text arrays this is.
CREATE FUNCTION tags_text(tags text[]) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(array_to_string(tags, ' '));

-- list q=: every text that a search looks into (expressions, because Prisma would take plain columns for its own).
CREATE INDEX manifests_name_trgm_idx ON manifests USING gin (lower(name) gin_trgm_ops);
CREATE INDEX manifests_description_trgm_idx ON manifests USING gin (lower(description) gin_trgm_ops);
CREATE INDEX manifests_tags_trgm_idx ON manifests USING gin (tags_text(tags) gin_trgm_ops);
CREATE INDEX assets_name_trgm_idx ON assets USING gin (lower(name) gin_trgm_ops);
CREATE INDEX assets_manifest_tag_trgm_idx ON assets USING gin (lower(manifest_tag) gin_trgm_ops);

-- list sort_by= over what the library shows: not in the trash, not a film's own quick upload. id breaks ties.
CREATE INDEX manifests_live_updated_idx ON manifests (updated_at, id) WHERE deleted_at IS NULL AND owner_project_id IS NULL;
CREATE INDEX manifests_live_created_idx ON manifests (created_at, id) WHERE deleted_at IS NULL AND owner_project_id IS NULL;
CREATE INDEX manifests_live_name_idx ON manifests (name, id) WHERE deleted_at IS NULL AND owner_project_id IS NULL;
CREATE INDEX manifests_live_times_used_idx ON manifests (times_used, id) WHERE deleted_at IS NULL AND owner_project_id IS NULL;
CREATE INDEX manifests_live_asset_count_idx ON manifests (asset_count, id) WHERE deleted_at IS NULL AND owner_project_id IS NULL;
-- list category=, status= in the default order
CREATE INDEX manifests_live_category_idx ON manifests (category, updated_at, id) WHERE deleted_at IS NULL AND owner_project_id IS NULL;
CREATE INDEX manifests_live_status_idx ON manifests (status, updated_at, id) WHERE deleted_at IS NULL AND owner_project_id IS NULL;
-- list trashed=true
CREATE INDEX manifests_trash_idx ON manifests (updated_at, id) WHERE deleted_at IS NOT NULL;

-- Foreign keys and owners that are mostly null: found when the row they point to goes.
CREATE INDEX manifests_parent_idx ON manifests (parent_manifest_id) WHERE parent_manifest_id IS NOT NULL;
CREATE INDEX manifests_owner_project_idx ON manifests (owner_project_id) WHERE owner_project_id IS NOT NULL;
CREATE INDEX assets_source_asset_idx ON assets (source_asset_id) WHERE source_asset_id IS NOT NULL;
CREATE INDEX projects_forked_from_idx ON projects (forked_from_id) WHERE forked_from_id IS NOT NULL;

-- At most one chosen take per scene.
CREATE UNIQUE INDEX clips_one_chosen_idx ON clips (scene_id) WHERE is_chosen;

-- Counters only count; a version that a film used is not above the current one.
ALTER TABLE manifests
  ADD CONSTRAINT manifests_name_check CHECK (name <> ''),
  ADD CONSTRAINT manifests_tags_check CHECK (cardinality(tags) <= 50),
  ADD CONSTRAINT manifests_counters_check CHECK (asset_count >= 0 AND times_used >= 0 AND total_processing_cost >= 0),
  ADD CONSTRAINT manifests_version_check CHECK (version >= 1 AND revision >= 1 AND last_used_version BETWEEN 0 AND version),
  ADD CONSTRAINT manifests_contact_sheet_hash_check CHECK (contact_sheet_hash ~ '^[0-9a-f]{64}$');

ALTER TABLE manifest_tag_counters
  ADD CONSTRAINT manifest_tag_counters_prefix_check CHECK (prefix ~ '^[A-Z]+$'),
  ADD CONSTRAINT manifest_tag_counters_last_number_check CHECK (last_number >= 0);

ALTER TABLE assets
  ADD CONSTRAINT assets_name_check CHECK (name <> ''),
  ADD CONSTRAINT assets_manifest_tag_check CHECK (manifest_tag ~ '^[A-Z]+_[0-9]{2,}$'),
  ADD CONSTRAINT assets_user_tags_check CHECK (cardinality(user_tags) <= 50),
  ADD CONSTRAINT assets_sort_order_check CHECK (sort_order >= 0),
  ADD CONSTRAINT assets_size_check CHECK (width > 0 AND height > 0),
  ADD CONSTRAINT assets_quality_score_check CHECK (quality_score BETWEEN 0 AND 10),
  ADD CONSTRAINT assets_detection_confidence_check CHECK (detection_confidence BETWEEN 0 AND 1),
  ADD CONSTRAINT assets_hashes_check CHECK (original_hash ~ '^[0-9a-f]{64}$' AND master_hash ~ '^[0-9a-f]{64}$'),
  -- An image is there with original, master and size, or not at all.
  ADD CONSTRAINT assets_image_check CHECK (num_nulls(original_hash, master_hash, width, height) IN (0, 4));

ALTER TABLE blobs
  ADD CONSTRAINT blobs_hash_check CHECK (hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT blobs_size_check CHECK (size >= 0 AND width > 0 AND height > 0);

ALTER TABLE projects
  ADD CONSTRAINT projects_title_check CHECK (title <> ''),
  ADD CONSTRAINT projects_prompt_check CHECK (prompt <> ''),
  ADD CONSTRAINT projects_durations_check CHECK (target_clip_duration > 0 AND total_duration > 0 AND output_duration >= 0),
  ADD CONSTRAINT projects_counters_check CHECK (seed >= 0 AND attempt >= 1 AND manifest_version >= 1),
  ADD CONSTRAINT projects_costs_check CHECK (cost_estimate >= 0 AND cost_actual >= 0),
  ADD CONSTRAINT projects_output_hash_check CHECK (output_hash ~ '^[0-9a-f]{64}$');

ALTER TABLE manifest_snapshots
  ADD CONSTRAINT manifest_snapshots_version_check CHECK (version_at_snapshot >= 1),
  ADD CONSTRAINT manifest_snapshots_digest_check CHECK (digest ~ '^[0-9a-f]{64}$');

ALTER TABLE scenes
  ADD CONSTRAINT scenes_scene_index_check CHECK (scene_index >= 0),
  ADD CONSTRAINT scenes_duration_check CHECK (duration > 0);

ALTER TABLE keyframes
  ADD CONSTRAINT keyframes_position_check CHECK (position IN ('start', 'end')),
  ADD CONSTRAINT keyframes_hashes_check CHECK (blob_hash ~ '^[0-9a-f]{64}$' AND input_hash ~ '^[0-9a-f]{64}$'),
  -- A finished keyframe has its picture.
  ADD CONSTRAINT keyframes_done_check CHECK (state <> 'done' OR blob_hash IS NOT NULL);

ALTER TABLE clips
  ADD CONSTRAINT clips_take_check CHECK (take >= 1),
  ADD CONSTRAINT clips_progress_check CHECK (progress BETWEEN 0 AND 1),
  ADD CONSTRAINT clips_duration_check CHECK (duration > 0),
  ADD CONSTRAINT clips_hashes_check CHECK (blob_hash ~ '^[0-9a-f]{64}$' AND input_hash ~ '^[0-9a-f]{64}$'),
  -- A finished clip has its film.
  ADD CONSTRAINT clips_done_check CHECK (state <> 'done' OR blob_hash IS NOT NULL);

ALTER TABLE cost_entries
  ADD CONSTRAINT cost_entries_amount_check CHECK (amount >= 0);

ALTER TABLE idempotency_keys
  ADD CONSTRAINT idempotency_keys_status_check CHECK (status BETWEEN 200 AND 599);

-- Snapshots never change, whoever asks; what a step cost is written once.
CREATE FUNCTION refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % never change', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END
$$;
CREATE TRIGGER manifest_snapshots_immutable BEFORE UPDATE ON manifest_snapshots FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER cost_entries_append_only BEFORE UPDATE ON cost_entries FOR EACH ROW EXECUTE FUNCTION refuse_update();
