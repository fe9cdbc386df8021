-- AlterTable
ALTER TABLE "desk_threads" ADD COLUMN     "others" TEXT[] DEFAULT ARRAY[]::TEXT[];
