-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "messenger_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- What was answered before can still be edited and taken back.
UPDATE "deliveries" SET "messenger_ids" = ARRAY["messenger_id"]
WHERE "kind" = 'request-answered' AND "messenger_id" IS NOT NULL;
