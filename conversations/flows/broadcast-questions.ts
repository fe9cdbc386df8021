import { unknownFieldsIn } from "../../api/contract/broadcast-fields.ts";
import { broadcastButtons } from "../../api/contract/broadcasts.ts";
import type { Context } from "../engine/context.ts";
import type { Question, Say } from "../engine/question.ts";
import { choice } from "../engine/questions/choice.ts";
import { type Sent, sending } from "../engine/questions/sending.ts";
import { several } from "../engine/questions/several.ts";
import { text } from "../engine/questions/text.ts";
import { WrittenMoment } from "../understanding/moment.ts";
import { buttonLabels } from "../words/broadcast.ts";
import { attachForDesk } from "./attach.ts";

/** What stands for "not in this language", and for "no file". */
export const none = "-";

/** The message in one language. A field that there is none of is said at once, not when all is to be sent. */
export function wording<A>(say: Say<A>): Question<A, string> {
  const words = text<A>(say, { most: 3000 });
  return {
    ...words,
    read(input, context, draft) {
      const unknown = input.kind === "text" ? unknownFieldsIn([{ body: input.text }]) : [];
      if (unknown.length === 0) return words.read(input, context, draft);
      const about = unknown.map((field) => `{${field}}`).join(", ");
      return { again: context.t("problem-unknown-field", { about }) };
    },
  };
}

/** A picture or a document that goes along, or none. */
export function attachment<A>(): Question<A, Sent> {
  const file = sending<A>({
    say: ({ t }, [file]) => (file ? t("broadcast-file-is", { name: file.name }) : t("broadcast-file-ask")),
    buttons: ({ t }, files) => [
      { id: "go", label: t(files.length > 0 ? "broadcast-file-with" : "broadcast-file-none") },
    ],
    keep: attachForDesk,
    most: 1,
  });
  return {
    ...file,
    read(input, context, draft) {
      const isWithout = input.kind === "text" && draft === undefined && saysNone(input.text, context);
      return isWithout ? { answer: { by: "go", words: "", files: [] } } : file.read(input, context, draft);
    },
  };
}

/** A dash leaves it out, as in a language; so do words. */
const saysNone = (text: string, { meaning }: Context<unknown>): boolean =>
  text.trim() === none || (meaning?.isCertain === true && meaning.intents[0] === "no");

/** At once or later; who writes the time has said that it is later. */
export function when(): Question<unknown, string> {
  const list = choice<unknown, string>("broadcast-when-ask", async ({ t }) => [
    { id: "now", label: t("broadcast-now") },
    { id: "own", label: t("broadcast-own-time") },
  ]);
  return {
    ...list,
    read(input, context, draft) {
      const time = input.kind === "text" ? WrittenMoment.safeParse(input.text) : undefined;
      return time?.success
        ? { answer: "own", more: [["time", time.data]] }
        : list.read(input, context, draft);
    },
  };
}

/** The conversations that buttons below it open, or none. */
export function buttons<A>(): Question<A, string[]> {
  const most = 3;
  return several<A, readonly (typeof broadcastButtons)[number][]>(async () => broadcastButtons, {
    say: ({ t }) => t("broadcast-buttons-ask", { most }),
    options: ({ t }, all) => all.map((id) => ({ id, label: t(buttonLabels[id]) })),
    check: async ({ t }, chosen) =>
      chosen.length > most ? t("broadcast-buttons-many", { most }) : undefined,
    orNone: true,
  });
}
