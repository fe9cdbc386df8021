import { nameIn } from "../../api/contract/shared.ts";
import { flow } from "../engine/flow.ts";
import { plain } from "../engine/markup.ts";
import type { Meaning } from "../engine/meaning.ts";
import type { Question } from "../engine/question.ts";
import { look } from "../engine/questions/look.ts";
import { longest, pass } from "./talk.ts";

/** Who would rather talk to a person: the own regional office, and the desk in writing. */
export const person = flow("person").called("way-person").ask("view", door());

/** What is written here already, and is no other wish, is for that person: it is sent once its student says so. */
function door(): Question<unknown, never> {
  const around = look<unknown, { inside: boolean }>(
    async ({ api, student, t, language }) => {
      if (!student) return { text: t("person-stranger"), facts: { inside: false } };
      const { regionalOffice } = await api.profile();
      const { phone } = regionalOffice;
      return {
        text: t("person", { ...regionalOffice, name: nameIn(language, regionalOffice) }),
        ...(phone && { links: [{ url: `tel:${phone}`, label: plain(t("person-call", { phone })) }] }),
        facts: { inside: true },
      };
    },
    {
      write: { label: "person-write", when: (_, { inside }) => inside, do: { open: "talk" } },
      login: { label: "menu-log-in", when: (_, { inside }) => !inside, do: { open: "login" } },
    },
  );
  return {
    ...around,
    leads: { ...around.leads, yes: { open: "talk" }, no: "stay" },
    async ask(context, letter) {
      if (typeof letter !== "string") return around.ask(context, letter);
      const { t } = context;
      return {
        text: t("person-send-sure", { letter }),
        choices: [
          { id: "yes", label: t("person-send") },
          { id: "no", label: t("person-send-not") },
        ],
      };
    },
    async read(input, context, letter) {
      const { student, say } = context;
      if (typeof letter === "string" && input.kind === "choice") {
        if (input.id === "yes") {
          say(await pass(context, letter, []));
          context.open("talk");
        }
        // Sent, it is not asked about again when the conversation with the desk is over.
        return { stay: undefined };
      }
      // Whoever talks to the desk already writes to it.
      const mayWrite = student !== undefined && context.talk === undefined;
      if (input.kind !== "text" || !mayWrite || !context.meaning || isWish(context.meaning))
        return around.read(input, context, letter);
      const written = typeof letter === "string" ? `${letter}\n${input.text.trim()}` : input.text.trim();
      return written.length > longest
        ? { again: context.t("again-shorter", { most: longest }) }
        : { stay: written };
    },
  };
}

/** A sentence that asks for something that the house does, or only names it. */
const isWish = ({ intents, named, length }: Meaning): boolean =>
  intents.length > 0 || Object.values(named).flat().length >= length;
