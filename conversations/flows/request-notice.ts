import { ifThere } from "../../api/contract/problems.ts";
import { RequestState } from "../../api/contract/requests.ts";
import type { Context } from "../engine/context.ts";
import { news } from "./news.ts";

/**
 * A request changed. Where something more is needed, its conversation opens at the upload, unless something else is under
 * way: what is written and attached there stays there.
 */
export const requestNotice = news(
  "request-notice",
  "request-changed",
  ({ open, say, t, isLooking }, { reference = "", note = "", ...data }) => {
    const state = RequestState.safeParse(data.state);
    if (!state.success) return;
    say(t("request-changed", { reference, state: t(`request-state-${state.data}`), note }).trim());
    if (state.data === "document_needed" && isLooking)
      open("service-requests", { request: reference, view: "message" });
  },
);

/** What staff said in a message, fetched now, so that it stands in the request alone; nothing if it was taken back. */
async function saidBy<A>({ api, t }: Context<A>, reference: string, id: string) {
  const request = await ifThere(api.request({ params: { reference } }));
  const found = request?.messages.find((message) => message.id === id);
  return found && { ...found, name: found.by ?? t("requests-university") };
}

/** Staff answered: it is said in their name, with what they sent, and what the student writes next goes to them. */
export const answerNotice = news(
  "answer-notice",
  "request-answered",
  async (context, { reference = "", message = "" }) => {
    const { t, say, send, open, talk, talkAbout } = context;
    const answer = await saidBy(context, reference, message);
    if (!answer) return;
    const { name, body: words, files } = answer;
    if (words !== "") say(t("request-answered", { reference, name, answer: words }));
    for (const file of files) {
      const path = `/v1/me/requests/${reference}/files/${file.id}`;
      const caption = words === "" ? t("request-answered", { reference, name, answer: "📎" }) : "";
      send({ path, name: file.name, type: file.type }, caption);
    }
    talkAbout(reference);
    // Whoever talks about it already was told where their words go.
    if (context.isLooking) open("talk", talk === reference ? { told: reference } : {});
  },
);

/** The messages in which something was told, as a delivery names them. */
const copiesIn = (copy: string | undefined): string[] => copy?.split(" ") ?? [];

/** Staff said something differently: in the same place where the messenger can. */
export const correctionNotice = news(
  "correction-notice",
  "request-edited",
  async (context, { reference = "", message = "", copy }) => {
    const { t, say, revise } = context;
    const answer = await saidBy(context, reference, message);
    if (!answer) return;
    const said = t("talk-edited", { name: answer.name, answer: answer.body });
    // Its words stand above its files.
    const [words] = copiesIn(copy);
    if (words !== undefined) revise(words, said);
    else say(said);
  },
);

/** Staff took a message back. */
export const unsaidNotice = news(
  "unsaid-notice",
  "request-unsaid",
  ({ t, say, takeBack, deletesReceived }, { reference = "", copy }) => {
    const copies = deletesReceived ? copiesIn(copy) : [];
    for (const one of copies) takeBack(one);
    if (copies.length === 0) say(t("talk-unsaid", { name: t("requests-university"), reference }));
  },
);

/** The desk has handed the student back to the bot. */
export const handBackNotice = news(
  "hand-back-notice",
  "request-handed-back",
  ({ t, say, talk, talkAbout, end }, { reference = "" }) => {
    if (talk === reference) talkAbout(undefined);
    end("talk");
    say(t("talk-back", { reference }));
  },
);

/** A request is over: one question about how it went. */
export const overNotice = news(
  "over-notice",
  "request-over",
  ({ talk, talkAbout, end, open }, { reference = "" }) => {
    if (talk === reference) {
      talkAbout(undefined);
      end("talk");
    }
    open("rate", { request: reference });
  },
);
