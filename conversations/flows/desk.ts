import { type DeskRequest, longestWords, type StaffAction } from "../../api/contract/desk.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import type { Markup } from "../engine/markup.ts";
import { type Named, valueIn } from "../engine/meaning.ts";
import type { Question, Reading } from "../engine/question.ts";
import { choice } from "../engine/questions/choice.ts";
import { text } from "../engine/questions/text.ts";
import { deskWish } from "../understanding/desk-wish.ts";
import { requestReferenceIn } from "../understanding/entities/numbers.ts";
import { calledIn, cardOf, changesIn, entryIn } from "../words/desk.ts";
import type { Translate } from "../words/words.ts";
import { fromQueue } from "./desk-queue.ts";

/** What needs words: the student is told why, or what. */
const worded = ["answer", "note", "ask-for-document", "reject", "close", "assign"] as const;
type Worded = (typeof worded)[number];
const isWorded = (action: string): action is Worded => worded.some((one) => one === action);

/** What a sentence names that staff look for: a request, or whose. */
function sought(named: Named): string | undefined {
  return valueIn(named, "request-reference") ?? valueIn(named, "registration-number");
}

/** The words that are not for its student. */
const isAmongStaff = (action: Worded): boolean => action === "note" || action === "assign";

/** The desk in a member of staff's own chat: the queue, one request, and what is done with it. */
export const desk = flow("desk")
  .needs("staff")
  .called("menu-desk")
  .ask(
    "which",
    choice("desk-which", [
      ["waiting", "desk-waiting"],
      ["mine", "desk-mine"],
      ["overdue", "desk-overdue"],
      ["open", "desk-open"],
    ]),
    { named: (named) => sought(named) && "open" },
  )
  .ask("request", fromQueue(), { named: sought })
  .ask("view", detail())
  .ask(
    "words",
    text(({ t, answers }) => t(`desk-words-${answers.view}`, { reference: answers.request })),
  )
  .finish(
    async ({ desk: api, say, t, open, answers: { which, request: reference, view: action, words } }) => {
      const body = action === "assign" ? { action, to: words } : { action, words };
      await api.actOnRequest({ params: { reference }, body });
      say(t(isAmongStaff(action) ? "desk-done-among-staff" : "desk-done", { reference }));
      // What waits next stands below.
      open("desk", { which });
    },
    { reopen: { "no-such-colleague": "words" } },
  );

/** One request. What needs no words is done at once; approving is asked about first. */
function detail<A extends { request: string }>(): Question<A, Worded> {
  return {
    values: worded,
    async ask({ desk: api, t, language, answers: { request: reference } }, draft) {
      if (draft === "approve") {
        return {
          text: t("desk-approve-sure", { reference }),
          choices: [
            { id: "yes", label: t("yes") },
            { id: "no", label: t("no") },
          ],
        };
      }
      const request = calledIn(language, await api.deskRequest({ params: { reference } }));
      const actions = request.actions.map((action) => ({ id: action, label: t(`desk-action-${action}`) }));
      const reveal = request.changes.some(({ field }) => ["cnic", "phone", "address"].includes(field));
      return {
        text: inFull(t, request),
        choices: [
          ...actions,
          ...(reveal ? [{ id: "reveal", label: t("desk-reveal") }] : []),
          { id: "other", label: t("desk-other") },
        ],
        keep: true,
      };
    },
    means(text) {
      const said = deskWish(text);
      return said?.words === undefined ? said?.wish : undefined;
    },
    async read(input, context, draft) {
      const said = input.kind === "text" ? deskWish(input.text) : undefined;
      if (said?.words !== undefined && isWorded(said.wish))
        return said.words.length > longestWords
          ? { again: context.t("again-shorter", { most: longestWords }) }
          : { answer: said.wish, more: [["words", said.words]] };
      const other = input.kind === "text" ? requestReferenceIn(input.text) : undefined;
      if (other !== undefined) return { open: "desk", with: { which: "open", request: other } };
      if (draft === "approve" && said?.wish === "approve") return acted(context, "approve");
      const id = input.kind === "choice" ? input.id : undefined;
      if (id === undefined) return { again: context.t("again-choice") };
      if (isWorded(id)) return { answer: id };
      if (id === "other") return { reopen: "request" };
      if (id === "no") return { stay: undefined };
      if (id === "approve") return { stay: id };
      return id === "reveal" ? revealed(context) : acted(context, id === "yes" ? "approve" : id);
    },
  };
}

async function revealed({ desk: api, t, answers }: Context<{ request: string }>): Promise<Reading<never>> {
  const { changes } = await api.revealRequest({ params: { reference: answers.request } });
  return { stay: undefined, say: changesIn(t, changes).join("\n") };
}

async function acted(
  { desk: api, t, answers }: Context<{ request: string }>,
  action: string,
): Promise<Reading<never>> {
  const { request: reference } = answers;
  // Only what was offered gets here, and what was offered are actions.
  await api.actOnRequest({ params: { reference }, body: { action: action as StaffAction } });
  return { stay: undefined, say: t("desk-done", { reference }) };
}

/** The request, and what was said and done. */
function inFull(t: Translate, request: DeskRequest): Markup {
  const told = request.timeline.map((entry) => entryIn(t, entry, request.student.name));
  return [cardOf(t, request), ...told].join("\n\n");
}
