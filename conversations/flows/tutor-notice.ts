import { flow } from "../engine/flow.ts";

/**
 * The news that a tutor was assigned, for whoever asked for it. Nobody is ever in it: what the student is in the middle
 * of stays as it is.
 */
export const tutorNotice = flow("tutor-notice").on("tutor-assigned", ({ say, student, t }, news) => {
  const { registrationNumber, course = "", title = "", tutor = "" } = news;
  // Meanwhile the chat may be nobody's, or somebody else's.
  if (student?.registrationNumber !== registrationNumber) return;
  say(t("tutors-now-assigned", { course, title, tutor }));
});
