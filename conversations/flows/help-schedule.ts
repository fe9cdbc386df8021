import { flow } from "../engine/flow.ts";
import { dateSheet } from "./date-sheet.ts";

/** When the papers are: whoever is logged in sees the date sheet, or that theirs is not announced; others, what that means. */
export const helpSchedule = flow("help-schedule")
  .called("help-schedule")
  .finish(({ student, open, say, t }) => {
    if (student) open(dateSheet.id);
    else say(`<b>${t("help-schedule")}</b>\n${t("help-schedule-answer")}`);
  });
