-- CreateEnum
CREATE TYPE "WebhookDeliveryState" AS ENUM ('waiting', 'sending', 'delivered', 'failed');

-- CreateTable
CREATE TABLE "webhooks" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "events" TEXT[],
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "secret" TEXT NOT NULL,
    "previous_secret" TEXT,
    "previous_secret_until" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "disabled_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "webhook_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "state" "WebhookDeliveryState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "last_try_at" TIMESTAMPTZ(3),
    "response_status" INTEGER,
    "response_ms" INTEGER,
    "response_text" TEXT,
    "error" TEXT,
    "redelivery_of" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_deliveries_webhook_id_created_at_id_idx" ON "webhook_deliveries"("webhook_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_created_at_idx" ON "webhook_deliveries"("created_at");

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot express. Written by hand.

ALTER TABLE webhooks
  ADD CONSTRAINT webhooks_url_check CHECK (url ~ '^https?://'),
  ADD CONSTRAINT webhooks_secret_check CHECK (secret ~ '^whsec_' AND previous_secret ~ '^whsec_'),
  ADD CONSTRAINT webhooks_previous_secret_check CHECK ((previous_secret IS NULL) = (previous_secret_until IS NULL));

ALTER TABLE webhook_deliveries
  -- What nothing more will happen to has no next time, and nothing else.
  ADD CONSTRAINT webhook_deliveries_next_try_check CHECK ((state IN ('waiting', 'sending')) = (next_try_at IS NOT NULL)),
  ADD CONSTRAINT webhook_deliveries_attempts_check CHECK (attempts >= 0);

-- What is due, of each webhook: the queue.
CREATE INDEX webhook_deliveries_due_idx ON webhook_deliveries (webhook_id, next_try_at) WHERE next_try_at IS NOT NULL;
-- Many edits in a row are told once: that a manifest changed is all that the message says.
CREATE UNIQUE INDEX webhook_deliveries_updated_key ON webhook_deliveries (webhook_id, subject_id)
  WHERE type = 'manifest.updated' AND state = 'waiting' AND attempts = 0 AND redelivery_of IS NULL;

-- A delivery for every enabled webhook that asked for the event; without one this reads a table and nothing else. The
-- update of one that waits makes its worker wait for this transaction, so a change is never told before it is there.
CREATE FUNCTION tell_webhooks(event text, subject uuid, event_data jsonb, earliest timestamptz) RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  message uuid := gen_random_uuid();
BEGIN
  INSERT INTO webhook_deliveries (webhook_id, event_id, type, subject_id, data, next_try_at)
    SELECT w.id, message, event, subject, event_data, earliest FROM webhooks w
    WHERE w.enabled AND event = ANY (w.events)
    ON CONFLICT (webhook_id, subject_id) WHERE type = 'manifest.updated' AND state = 'waiting' AND attempts = 0 AND redelivery_of IS NULL
      DO UPDATE SET data = EXCLUDED.data, occurred_at = EXCLUDED.occurred_at;
  IF FOUND THEN
    PERFORM pg_notify('vidpipe_changes', 'webhook:due');
  END IF;
END
$$;

CREATE FUNCTION tell_of_manifest() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  event text := CASE
    WHEN TG_OP = 'INSERT' THEN 'manifest.created'
    -- A quick upload is nobody's business until it is saved in the library.
    WHEN OLD.owner_project_id IS NOT NULL THEN 'manifest.created'
    WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL THEN 'manifest.deleted'
    WHEN OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NULL THEN 'manifest.restored'
    WHEN OLD.status = 'PROCESSING' AND NEW.status = 'READY' THEN 'manifest.ready'
    WHEN OLD.status = 'PROCESSING' AND NEW.status = 'ERROR' THEN 'manifest.failed'
    WHEN OLD.revision <> NEW.revision THEN 'manifest.updated'
  END;
BEGIN
  IF event IS NOT NULL THEN
    PERFORM tell_webhooks(event, NEW.id, jsonb_build_object('manifest_id', NEW.id, 'status', NEW.status,
      'version', NEW.version, 'revision', NEW.revision),
      -- Edits come in bursts.
      now() + CASE WHEN event = 'manifest.updated' THEN interval '2 seconds' ELSE interval '0' END);
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION tell_of_film() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_webhooks(
    CASE NEW.status
      WHEN 'pending' THEN 'film.started'
      WHEN 'complete' THEN 'film.completed'
      ELSE 'film.' || NEW.status::text
    END,
    NEW.id,
    jsonb_build_object('project_id', NEW.id, 'status', NEW.status, 'attempt', NEW.attempt,
      'manifest_id', NEW.manifest_id, 'manifest_version', NEW.manifest_version, 'error_code', NEW.error_code),
    now());
  RETURN NULL;
END
$$;

CREATE TRIGGER manifests_tell_made AFTER INSERT ON manifests
  FOR EACH ROW WHEN (NEW.owner_project_id IS NULL) EXECUTE FUNCTION tell_of_manifest();
CREATE TRIGGER manifests_tell_changed AFTER UPDATE OF revision, status, deleted_at, owner_project_id ON manifests
  FOR EACH ROW WHEN (NEW.owner_project_id IS NULL) EXECUTE FUNCTION tell_of_manifest();

CREATE TRIGGER projects_tell_made AFTER INSERT ON projects
  FOR EACH ROW WHEN (NEW.status = 'pending') EXECUTE FUNCTION tell_of_film();
CREATE TRIGGER projects_tell_changed AFTER UPDATE OF status ON projects
  FOR EACH ROW WHEN (OLD.status <> NEW.status
    AND NEW.status IN ('pending', 'staged', 'complete', 'partial', 'failed', 'cancelled'))
  EXECUTE FUNCTION tell_of_film();
