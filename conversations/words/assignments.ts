import type { OpenAssignment } from "../../api/contract/courses.ts";
import type { Markup } from "../engine/markup.ts";
import { dateName } from "./names.ts";
import type { Translate } from "./words.ts";

/** An assignment that is still accepted, with its last day and how many days are left. */
export const openAssignment = (t: Translate, { number, dueOn, daysLeft }: OpenAssignment): Markup =>
  t("assignment-open", { number, date: dateName(t, dueOn), days: daysLeft });
