-- AlterTable
ALTER TABLE "desk_threads" ADD COLUMN     "shown_parts" SMALLINT NOT NULL DEFAULT 0;
