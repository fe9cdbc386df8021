import type { Meaning } from "../engine/meaning.ts";
import type { Question } from "../engine/question.ts";
import { courseCodesIn } from "../understanding/entities/course-codes.ts";
import { putIn } from "../understanding/put.ts";

/**
 * A selection in which codes count that are on another page, and within a sentence that adds them or takes them away. Of
 * those that are on none it is said why.
 */
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
      const put = input.kind === "text" && isAboutCourses(context.meaning) ? putIn(input.text) : undefined;
      // What else a sentence around them wants is not guessed.
      if (!codes.isAll && !put)
        return unlisted === "" ? list.read(input, context, draft) : { again: unlisted };
      if (!listed?.length) return put ? { stay: draft, say: unlisted } : { again: unlisted };
      const reading = await list.read({ kind: "choices", ids: listed, put }, context, draft);
      return unlisted !== "" && "stay" in reading ? { ...reading, say: unlisted } : reading;
    },
  };
}

/** "I want the date sheet of 405" chooses nothing. */
const isAboutCourses = (meaning: Meaning | undefined): boolean =>
  !meaning?.isCertain || aboutCourses.has(meaning.intents[0] ?? "");

const aboutCourses = new Set(["course-registration", "file-request", "courses", "yes", "no", "cancel"]);
