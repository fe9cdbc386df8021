import type { Question } from "../engine/question.ts";
import { formed, text } from "../engine/questions/text.ts";
import { answerIn, isOtherwiseMeant } from "../understanding/answer-in.ts";
import { cityIn } from "../understanding/cities.ts";
import { isParentsName, WrittenOwnName } from "../understanding/own-name.ts";
import { wordsOf } from "../understanding/word-sets.ts";
import { semesterName } from "../words/names.ts";

/** Courses of the semester that is enrolled for now are changed by the student alone: which are meant is asked then. */
export function whileEnrolmentIsOpen<A>(): Question<A, "request"> {
  return {
    values: ["request"],
    leads: { registration: { open: "course-registration" } },
    async known({ api }) {
      const { enrolment, bar } = await api.enrolmentDesk();
      return enrolment && !bar ? undefined : "request";
    },
    async ask({ api, t }) {
      const { semester } = await api.enrolmentDesk();
      return {
        text: t("request-while-open", { semester: semester ? semesterName(t, semester) : "" }),
        choices: [
          { id: "registration", label: t("menu-course-registration") },
          { id: "request", label: t("request-all-the-same") },
        ],
      };
    },
    read(input, context) {
      if (input.kind !== "choice") return { again: context.t("again-choice") };
      if (input.id === "request") return { answer: input.id };
      // It takes the place of the request.
      context.end("file-request");
      context.open("course-registration");
      return { stay: undefined };
    },
  };
}

/** The student's own name. What is done about a parent's is answered, and the question stands again. */
export function ownName<A>(): Question<A, string> {
  const name = formed<A>("request-name", WrittenOwnName, "request-name-again");
  return {
    ...name,
    read: (input, context, draft) =>
      input.kind === "text" && isParentsName(input.text)
        ? { open: "help-wrong" }
        : name.read(input, context, draft),
  };
}

const placeNouns = {
  "request-street": wordsOf("address pata patta پتہ پتا"),
  "request-city": wordsOf("city shehar shehr sheher شہر"),
};

/** A part of an address: no *yes*, and nothing else that the house is known to be asked for. A street may bring its city. */
export function place<A>(
  say: keyof typeof placeNouns,
  lengths: { least: number; most: number },
): Question<A, string> {
  const words = text<A>(say, { ...lengths, detail: true });
  return {
    ...words,
    async read(input, context, draft) {
      if (input.kind !== "text") return words.read(input, context, draft);
      if (isOtherwiseMeant(input.text)) return { again: context.t(`${say}-again`) };
      const itself = answerIn(input.text, placeNouns[say], "led");
      const place = itself === "" ? input.text : itself;
      // Who writes the whole address all the same has said which city.
      const { before, city } = (say === "request-street" && cityIn(place)) || {};
      const reading = await words.read({ kind: "text", text: before ?? place }, context, draft);
      return "answer" in reading && city !== undefined ? { ...reading, more: [["city", city]] } : reading;
    },
  };
}
