import type { Question } from "../engine/question.ts";
import { courseCodesIn } from "../understanding/entities/course-codes.ts";

/** A selection in which codes that are on another page count as well, and of those that are on none it is said why. */
export function byCode<A>(list: Question<A, string[]>): Question<A, string[]> {
  return {
    ...list,
    async read(input, context, draft) {
      const codes = input.kind === "text" ? courseCodesIn(input.text) : { named: [], isAll: false };
      if (codes.named.length === 0) return list.read(input, context, draft);
      const { courses } = await context.api.enrolmentDesk();
      const [listed, others] = [true, false].map((is) =>
        codes.named.filter((named) => courses.some(({ code }) => code === named) === is),
      );
      const unlisted = others?.map((code) => context.t("enrolment-unlisted", { code })).join("\n") ?? "";
      // Whether a sentence around them adds or takes away is not guessed.
      if (!listed?.length || !codes.isAll)
        return unlisted === "" ? list.read(input, context, draft) : { again: unlisted };
      const reading = await list.read({ kind: "choices", ids: listed }, context, draft);
      return unlisted !== "" && "stay" in reading ? { ...reading, say: unlisted } : reading;
    },
  };
}
