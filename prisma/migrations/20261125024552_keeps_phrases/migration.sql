-- AlterTable
ALTER TABLE "students" ADD COLUMN     "keeps_phrases" BOOLEAN NOT NULL DEFAULT true;
