-- AlterTable
ALTER TABLE "broadcasts" ADD COLUMN     "reference" TEXT;
UPDATE "broadcasts" SET "reference" = 'BC-0000-' || "id";
ALTER TABLE "broadcasts" ALTER COLUMN "reference" SET NOT NULL;

-- CreateTable
CREATE TABLE "broadcast_pages" (
    "id" UUID NOT NULL,
    "broadcast_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "recipients" JSONB NOT NULL,
    "outcomes" BYTEA NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '{}',
    "sent" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "left_out" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "broadcast_pages_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "broadcast_pages_broadcast_id_channel_done_at_due_at_id_idx" ON "broadcast_pages"("broadcast_id", "channel", "done_at", "due_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "broadcasts_reference_key" ON "broadcasts"("reference");

-- AddForeignKey
ALTER TABLE "broadcast_pages" ADD CONSTRAINT "broadcast_pages_broadcast_id_fkey" FOREIGN KEY ("broadcast_id") REFERENCES "broadcasts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
