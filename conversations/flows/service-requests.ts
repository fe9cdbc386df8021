import type { RequestDetail } from "../../api/contract/requests.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import type { Markup } from "../engine/markup.ts";
import type { Question } from "../engine/question.ts";
import { choice } from "../engine/questions/choice.ts";
import { sending } from "../engine/questions/sending.ts";
import { dateName } from "../words/names.ts";
import type { Translate } from "../words/words.ts";
import { attach, fileNames, mostFiles } from "./attach.ts";

/** The student's requests: a new one, or one of those that are there, with its history. */
export const serviceRequests = flow("service-requests")
  .called("menu-service-requests")
  .needs("student")
  .ask("request", listed(), { named: "request-reference" })
  .ask("view", detail())
  .ask(
    "message",
    sending({
      say: (context, files) =>
        [
          context.t("requests-write", { reference: context.answers.request }),
          ...fileNames(context, files),
        ].join("\n"),
      buttons: ({ t }, files) => (files.length > 0 ? [{ id: "send", label: t("requests-send") }] : []),
      keep: attach,
      most: mostFiles,
      words: 2000,
    }),
  )
  .finish(
    async ({ api, t, say, answers: { request: reference, message } }) => {
      const { words, files } = message;
      const body = { files: files.map(({ id }) => id), ...(words !== "" && { message: words }) };
      await api.addToRequest({ params: { reference }, body });
      say(t("requests-added", { reference }));
    },
    { reopen: { "file-gone": "message" } },
  );

const anew = "new";

/** A new one first, then those that are there, newest first. */
function listed<A>(): Question<A, string> {
  const list = choice<A, string>(
    "requests-list",
    async ({ api, t }) => [
      { id: anew, label: t("requests-new") },
      ...(await api.requests({ query: { limit: 100 } })).requests.map(({ reference, type, state }) => ({
        id: reference,
        label: t("requests-choice", {
          reference,
          type: t(`request-type-${type}`),
          state: t(`request-state-${state}`),
        }),
      })),
    ],
    "nothing-here",
    ({ t }, reference) => t("requests-unlisted", { reference }),
  );
  return {
    ...list,
    read: (input, context, draft) =>
      input.kind === "choice" && input.id === anew
        ? { open: "file-request" }
        : list.read(input, context, draft),
  };
}

/** One request. Withdrawing is asked about first; a message is written next, and a document begins one. */
function detail<A extends { request: string }>(): Question<A, "message"> {
  return {
    values: ["message"],
    files: true,
    async ask({ api, t, answers: { request: reference } }, draft) {
      if (draft === "withdraw") {
        return {
          text: t("requests-withdraw-sure", { reference }),
          choices: [
            { id: "yes", label: t("requests-withdraw-yes") },
            { id: "no", label: t("requests-keep") },
          ],
        };
      }
      const request = await api.request({ params: { reference } });
      return {
        text: shown(t, request),
        ...(request.open && { expects: "file" as const }),
        choices: [
          ...(request.open
            ? [
                { id: "message", label: t("requests-message") },
                { id: "withdraw", label: t("requests-withdraw") },
              ]
            : []),
          { id: "other", label: t("requests-other") },
        ],
      };
    },
    async read(input, context) {
      if (input.kind === "file") return documentFor(context);
      const id = input.kind === "choice" ? input.id : undefined;
      if (id === "message") return { answer: id };
      if (id === "withdraw") return { stay: id };
      if (id === "no") return { stay: undefined };
      if (id === "other") return { reopen: "request" };
      return id === "yes" ? withdrawn(context) : { again: context.t("again-choice") };
    },
  };
}

/** Who reads "please send a photo" sends one, and presses no button before. */
async function documentFor({ api, t, answers }: Context<{ request: string }>) {
  const { open } = await api.request({ params: { reference: answers.request } });
  return open
    ? { answer: "message" as const, handsOn: true as const }
    : { again: t("requests-takes-no-more", { reference: answers.request }) };
}

async function withdrawn({ api, t, answers }: Context<{ request: string }>) {
  const { request: reference } = answers;
  await api.withdrawRequest({ params: { reference } });
  return { stay: undefined, say: t("requests-withdrawn", { reference }) };
}

function shown(t: Translate, request: RequestDetail): Markup {
  const { reference, type, state, proposed, outcome, history, files, messages } = request;
  return [
    t("requests-detail", { reference, type: t(`request-type-${type}`), state: t(`request-state-${state}`) }),
    ...(proposed ? [t("requests-proposed", { proposed })] : []),
    ...(outcome ? [t("requests-outcome", { outcome })] : []),
    history
      .map(({ state, at, note }) => {
        const said = { date: dateName(t, at), state: t(`request-state-${state}`) };
        return note ? t("requests-note", { ...said, note }) : t("requests-history", said);
      })
      .join("\n"),
    ...(files.length > 0 ? [fileNames({ t }, files).join("\n")] : []),
    ...messages.map(({ author, body, at, files: sent }) =>
      [
        t(author === "student" ? "requests-said-student" : "requests-said-staff", {
          date: dateName(t, at),
          body,
        }),
        ...fileNames({ t }, sent),
      ].join("\n"),
    ),
  ].join("\n\n");
}
