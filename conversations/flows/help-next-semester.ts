import { flow } from "../engine/flow.ts";
import { look } from "../engine/questions/look.ts";
import { deskOf, standing } from "./enrolment-standing.ts";

/** When one can enrol: for who is logged in, what holds for them today; for others, how it is in every year. */
export const helpNextSemester = flow("help-next-semester")
  .called("help-next-semester")
  .ask(
    "view",
    look(
      async (context) => {
        const { student, t } = context;
        const answer = student ? standing(t, await deskOf(context)) : t("help-next-semester-answer");
        return { text: `<b>${t("help-next-semester")}</b>\n${answer}`, facts: undefined };
      },
      {
        enrol: {
          label: "menu-course-registration",
          when: ({ student }) => student !== undefined,
          do: { open: "course-registration" },
        },
        login: {
          label: "menu-log-in",
          when: ({ student }) => student === undefined,
          do: { open: "login" },
        },
      },
      { keep: true },
    ),
  );
