-- AlterTable
ALTER TABLE "exam_centres" ADD COLUMN     "address_urdu" TEXT,
ADD COLUMN     "name_urdu" TEXT;

-- AlterTable
ALTER TABLE "exam_sessions" ADD COLUMN     "name_urdu" TEXT;

-- AlterTable
ALTER TABLE "regional_offices" ADD COLUMN     "address_urdu" TEXT;

-- AlterTable
ALTER TABLE "workshops" ADD COLUMN     "place_urdu" TEXT;
