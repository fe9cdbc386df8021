-- CreateIndex
CREATE INDEX "desk_threads_channel_chat_head_idx" ON "desk_threads"("channel", "chat", "head");

-- CreateIndex
CREATE INDEX "desk_threads_channel_chat_asked_in_idx" ON "desk_threads"("channel", "chat", "asked_in");

-- CreateIndex
CREATE INDEX "desk_threads_others_idx" ON "desk_threads" USING GIN ("others");
