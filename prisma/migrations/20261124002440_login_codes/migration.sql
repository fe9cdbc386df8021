-- AlterTable
ALTER TABLE "login_challenges" ADD COLUMN     "account" VARCHAR(16);

-- CreateIndex
CREATE INDEX "login_challenges_account_created_at_idx" ON "login_challenges"("account", "created_at");
