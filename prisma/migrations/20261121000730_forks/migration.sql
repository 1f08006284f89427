-- CreateIndex
CREATE INDEX "projects_forked_from_id_created_at_id_idx" ON "projects"("forked_from_id", "created_at", "id");
