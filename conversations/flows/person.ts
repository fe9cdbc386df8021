import { flow } from "../engine/flow.ts";
import { plain } from "../engine/markup.ts";
import type { Meaning } from "../engine/meaning.ts";
import type { Question } from "../engine/question.ts";
import { look } from "../engine/questions/look.ts";
import type { Json } from "../engine/session.ts";
import { placedIn } from "../words/names.ts";
import { weekLines } from "../words/week.ts";
import { longest, pass } from "./talk.ts";

/** A letter that somebody had written before they were asked for one. */
type Written = { letter?: string };

/** Who would rather talk to a person: the own regional office and its hours, and the desk in writing; or with a letter at once. */
export const person = flow("person")
  .called("way-person")
  .about("letter", () => undefined)
  .ask("view", door());

/** What is written here already, and is no other wish, is for that person: it is sent once its student says so. */
function door(): Question<Written, never> {
  const around = look<Written, { inside: boolean }>(
    async ({ api, student, t, language }) => {
      if (!student) return { text: t("person-stranger"), facts: { inside: false } };
      const [{ regionalOffice }, { week }] = await Promise.all([api.profile(), api.deskHours()]);
      const { phone } = regionalOffice;
      const office = [t("person", placedIn(language)(regionalOffice)), ...weekLines(t, week)].join("\n");
      return {
        text: [office, t("person-or-write")].join("\n\n"),
        ...(phone && { links: [{ url: `tel:${phone}`, label: plain(t("person-call", { phone })) }] }),
        facts: { inside: true },
      };
    },
    {
      write: { label: "person-write", when: (_, { inside }) => inside, do: { open: "talk" } },
      offices: { label: "offices", when: (_, { inside }) => !inside, do: { open: "offices" } },
      login: { label: "menu-log-in", when: (_, { inside }) => !inside, do: { open: "login" } },
    },
  );
  return {
    ...around,
    leads: { ...around.leads, yes: { open: "talk" }, no: "stay" },
    async ask(context, draft) {
      const letter = letterOf(context, draft);
      if (letter === undefined) return around.ask(context, draft);
      const { t } = context;
      return {
        text: t("person-send-sure", { letter }),
        choices: [
          { id: "yes", label: t("person-send") },
          { id: "no", label: t("person-send-not") },
        ],
      };
    },
    async read(input, context, draft) {
      const { student, say } = context;
      const letter = letterOf(context, draft);
      if (letter !== undefined && input.kind === "choice") {
        if (input.id === "yes") {
          say(await pass(context, letter, []));
          context.open("talk");
        }
        return { stay: none };
      }
      // Whoever talks to the desk already writes to it.
      const mayWrite = student !== undefined && context.talk === undefined;
      if (input.kind !== "text" || !mayWrite || !context.meaning || isWish(context.meaning))
        return around.read(input, context, draft);
      const written = [...(letter === undefined ? [] : [letter]), input.text.trim()].join("\n");
      return written.length > longest
        ? { again: context.t("again-shorter", { most: longest }) }
        : { stay: written };
    },
  };
}

/** The draft of a letter that is sent already, or shall not be. */
const none = null;

/** What is written here, or was when it was opened. */
const letterOf = (
  { answers: { letter } }: { answers: Written },
  draft: Json | undefined,
): string | undefined => (typeof draft === "string" ? draft : draft === undefined ? letter : undefined);

/**
 * A sentence that asks for something that the house does, or only names it. What it only knows that people have is theirs
 * to read.
 */
const isWish = ({ intents, isCertain, named, length }: Meaning): boolean =>
  !(isCertain && intents[0] === "help-office") &&
  (intents.length > 0 || Object.values(named).flat().length >= length);
