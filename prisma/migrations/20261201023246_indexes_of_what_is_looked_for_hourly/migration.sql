-- DropIndex
DROP INDEX "deliveries_broadcast_id_state_idx";

-- CreateIndex
CREATE INDEX "deliveries_sent_at_idx" ON "deliveries"("sent_at");

-- CreateIndex
CREATE INDEX "tutor_assignments_assigned_at_idx" ON "tutor_assignments"("assigned_at");
