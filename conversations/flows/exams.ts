import { flow } from "../engine/flow.ts";
import { look } from "../engine/questions/look.ts";

/** Everything about examinations and what came of them. */
export const exams = flow("exams")
  .called("menu-exams")
  .needs("student")
  .ask(
    "section",
    look(({ t }) => ({ text: t("exams"), facts: undefined }), {
      grades: { label: "exams-grades", do: { open: "grades" } },
      "date-sheet": { label: "exams-date-sheet", do: { open: "date-sheet" } },
      "roll-number-slip": { label: "exams-roll-number-slip", do: { open: "roll-number-slip" } },
    }),
  );
