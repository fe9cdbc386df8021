import { flow } from "../engine/flow.ts";

/** A colleague has handed a request over. It goes to the chats of that member of staff, whatever happens there. */
export const assignedNotice = flow("assigned-notice").on(
  "desk-assigned",
  ({ say, t }, { reference = "", name = "" }) => say(t("desk-assigned", { reference, name })),
);

/** A request is past its time: for supervisors. */
export const overdueNotice = flow("overdue-notice").on("desk-overdue", ({ say, t }, { reference = "" }) =>
  say(t("desk-late", { reference })),
);
