import { news } from "./news.ts";

/** A tutor was assigned, for whoever asked to be told. */
export const tutorNotice = news(
  "tutor-notice",
  "tutor-assigned",
  ({ say, t }, { course = "", title = "", tutor = "" }) =>
    say(t("tutors-now-assigned", { course, title, tutor })),
);
