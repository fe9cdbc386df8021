-- DropIndex
DROP INDEX "desk_threads_channel_chat_thread_key";

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "lane" TEXT,
ADD COLUMN     "number" BIGSERIAL NOT NULL;

-- AlterTable
ALTER TABLE "desk_threads" DROP COLUMN "closed_at",
ADD COLUMN     "asked" TEXT,
ADD COLUMN     "asked_in" TEXT,
ADD COLUMN     "attempts" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "card" TEXT,
ADD COLUMN     "changes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "edits_shown" TIMESTAMPTZ(3),
ADD COLUMN     "head" TEXT,
ADD COLUMN     "leased_until" TIMESTAMPTZ(3),
ADD COLUMN     "shown" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "topic" TEXT,
ALTER COLUMN "thread" DROP NOT NULL;

-- AlterTable
ALTER TABLE "request_events" ADD COLUMN     "entry" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "request_messages" ADD COLUMN     "entry" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "service_requests" ADD COLUMN     "last_entry" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "chat_link_id" UUID;

-- AlterTable
ALTER TABLE "stored_files" ADD COLUMN     "staff_id" UUID;

-- CreateTable
CREATE TABLE "desk_places" (
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "regional_office_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_places_pkey" PRIMARY KEY ("channel","chat")
);

-- CreateIndex
CREATE INDEX "desk_places_regional_office_id_idx" ON "desk_places"("regional_office_id");

-- CreateIndex
CREATE INDEX "deliveries_lane_state_number_idx" ON "deliveries"("lane", "state", "number");

-- CreateIndex
CREATE INDEX "desk_threads_channel_chat_thread_idx" ON "desk_threads"("channel", "chat", "thread");

-- CreateIndex
CREATE INDEX "desk_threads_channel_chat_due_at_idx" ON "desk_threads"("channel", "chat", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "desk_threads_channel_chat_request_id_key" ON "desk_threads"("channel", "chat", "request_id");

-- CreateIndex
CREATE INDEX "service_requests_created_at_idx" ON "service_requests"("created_at");

-- CreateIndex
CREATE INDEX "stored_files_staff_id_created_at_idx" ON "stored_files"("staff_id", "created_at");

-- AddForeignKey
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_places" ADD CONSTRAINT "desk_places_regional_office_id_fkey" FOREIGN KEY ("regional_office_id") REFERENCES "regional_offices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_threads" ADD CONSTRAINT "desk_threads_channel_chat_fkey" FOREIGN KEY ("channel", "chat") REFERENCES "desk_places"("channel", "chat") ON DELETE CASCADE ON UPDATE CASCADE;


-- What was said and done before is numbered in its order.
WITH "said" AS (
  SELECT "id", "request_id", "created_at" AS "at" FROM "request_messages"
  UNION ALL SELECT "id", "request_id", "at" FROM "request_events"
), "numbered" AS (
  SELECT "id", row_number() OVER (PARTITION BY "request_id" ORDER BY "at", "id") AS "entry" FROM "said"
), "messages" AS (
  UPDATE "request_messages" SET "entry" = "numbered"."entry" FROM "numbered"
  WHERE "numbered"."id" = "request_messages"."id" RETURNING 1
)
UPDATE "request_events" SET "entry" = "numbered"."entry" FROM "numbered" WHERE "numbered"."id" = "request_events"."id";
UPDATE "service_requests" SET "last_entry" =
  (SELECT count(*) FROM "request_messages" WHERE "request_id" = "service_requests"."id")
  + (SELECT count(*) FROM "request_events" WHERE "request_id" = "service_requests"."id");
