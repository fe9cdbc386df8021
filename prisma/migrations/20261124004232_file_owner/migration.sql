-- AlterTable
ALTER TABLE "stored_files" ADD COLUMN     "student_id" UUID;

-- CreateIndex
CREATE INDEX "stored_files_student_id_created_at_idx" ON "stored_files"("student_id", "created_at");

-- AddForeignKey
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE CASCADE ON UPDATE CASCADE;
