import { plain } from "./markup.ts";
import type { TextMessage } from "./message.ts";
import type { Asked } from "./question.ts";
import type { Run } from "./run.ts";
import type { Offer } from "./session.ts";
import { wayLabel, ways } from "./ways.ts";

/**
 * Puts a question into the chat, with the ways out of it.
 * @returns what it offers, as the chat remembers it
 */
export function ask(run: Run, { keep, text, ...rest }: Asked): Offer {
  const { session, outgoing, mark: token } = run;
  const choices = (rest.choices ?? []).map((choice) => ({ ...choice, label: plain(choice.label) }));
  const out = ways(run);
  const message: TextMessage = { kind: "text", text, ...rest };
  message.offer = token;
  if (choices.length > 0)
    message.choices = choices.map((choice, at) => ({ ...choice, id: `${token}.${at}` }));
  if (out.length > 0) message.ways = out.map((way) => ({ id: `${token}.${way}`, label: wayLabel(run, way) }));
  if (session.offer?.phone && rest.expects !== "phone") outgoing.flush("phone");
  outgoing.ask(message, isAskedBelowNews(run));
  session.offer = { token, choices, ways: out, ...(keep && { keep }) };
  if (rest.expects === "phone") session.offer.phone = true;
  return session.offer;
}

/** Something came to pass, and left open what was: the menu, or the same question. */
const isAskedBelowNews = ({ update, top, house, asked, openQuestion }: Run): boolean =>
  update.content.kind === "event" && (top?.flow === house.root || openQuestion === asked);

/** The pressed message is out of date. Whoever wrote what stands on a button pressed none. */
export function replacePressed({ update, outgoing }: Run): void {
  if (update.content.kind === "choice") outgoing.replace(update.messageId);
}
