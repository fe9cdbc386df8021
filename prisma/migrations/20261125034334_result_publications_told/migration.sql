-- AlterTable
ALTER TABLE "result_publications" ADD COLUMN     "broadcast_id" UUID;

-- CreateIndex
CREATE INDEX "result_publications_broadcast_id_idx" ON "result_publications"("broadcast_id");

-- AddForeignKey
ALTER TABLE "result_publications" ADD CONSTRAINT "result_publications_broadcast_id_fkey" FOREIGN KEY ("broadcast_id") REFERENCES "broadcasts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
