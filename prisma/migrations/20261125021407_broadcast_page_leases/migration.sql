-- AlterTable
ALTER TABLE "broadcast_pages" ADD COLUMN     "lease" UUID;
