-- AlterTable
ALTER TABLE "desk_threads" DROP COLUMN "edits_shown",
ADD COLUMN     "edits_shown" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "request_messages" ADD COLUMN     "edit" INTEGER;
