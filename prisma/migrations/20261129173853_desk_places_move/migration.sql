-- AlterTable
ALTER TABLE "desk_places" ADD COLUMN     "moved_from" TEXT[] DEFAULT ARRAY[]::TEXT[];
