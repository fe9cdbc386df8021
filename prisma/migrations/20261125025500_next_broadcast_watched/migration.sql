-- AlterTable
ALTER TABLE "broadcast_watches" ADD COLUMN     "staff_id" UUID,
ALTER COLUMN "broadcast_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "broadcast_watches_staff_id_idx" ON "broadcast_watches"("staff_id");

-- AddForeignKey
ALTER TABLE "broadcast_watches" ADD CONSTRAINT "broadcast_watches_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
