-- CreateTable
CREATE TABLE "tutor_notices" (
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tutor_notices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tutor_notices_offering_id_idx" ON "tutor_notices"("offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "tutor_notices_student_id_offering_id_channel_chat_key" ON "tutor_notices"("student_id", "offering_id", "channel", "chat");

-- AddForeignKey
ALTER TABLE "tutor_notices" ADD CONSTRAINT "tutor_notices_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tutor_notices" ADD CONSTRAINT "tutor_notices_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
