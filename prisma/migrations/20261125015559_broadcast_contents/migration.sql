-- AlterTable
ALTER TABLE "broadcast_pages" ADD COLUMN     "delivered" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "read" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "broadcasts" ADD COLUMN     "fields" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "broadcast_batches" (
    "id" UUID NOT NULL,
    "page_id" UUID NOT NULL,
    "places" INTEGER[],
    "keys" BIGINT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "broadcast_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broadcast_watches" (
    "id" UUID NOT NULL,
    "broadcast_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "thread" TEXT NOT NULL DEFAULT '',
    "language" VARCHAR(10) NOT NULL,
    "message_id" TEXT,
    "shown" TEXT NOT NULL DEFAULT '',
    "due_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "broadcast_watches_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "broadcast_batches_keys_idx" ON "broadcast_batches" USING GIN ("keys");

-- CreateIndex
CREATE INDEX "broadcast_batches_page_id_idx" ON "broadcast_batches"("page_id");

-- CreateIndex
CREATE INDEX "broadcast_batches_created_at_idx" ON "broadcast_batches"("created_at");

-- CreateIndex
CREATE INDEX "broadcast_watches_channel_due_at_idx" ON "broadcast_watches"("channel", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "broadcast_watches_broadcast_id_channel_chat_thread_key" ON "broadcast_watches"("broadcast_id", "channel", "chat", "thread");

-- AddForeignKey
ALTER TABLE "broadcast_batches" ADD CONSTRAINT "broadcast_batches_page_id_fkey" FOREIGN KEY ("page_id") REFERENCES "broadcast_pages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast_watches" ADD CONSTRAINT "broadcast_watches_broadcast_id_fkey" FOREIGN KEY ("broadcast_id") REFERENCES "broadcasts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
