import { plain } from "./markup.ts";
import type { Choice, TextMessage } from "./message.ts";
import { narrow } from "./narrow.ts";
import { onceEach } from "./once-each.ts";
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
  const choices: Choice[] = [];
  const shown: Choice[] = [];
  for (const [at, choice] of (rest.choices ?? []).entries()) {
    const label = plain(choice.label);
    choices.push({ ...choice, label: spoken(label) });
    shown.push({ ...choice, label, id: `${token}.${at}` });
  }
  const out = ways(run);
  const message: TextMessage = { kind: "text", text, ...rest, offer: token };
  if (shown.length > 0) message.choices = shown;
  if (out.length > 0) message.ways = out.map((way) => ({ id: `${token}.${way}`, label: wayLabel(run, way) }));
  if (session.offer?.phone && rest.expects !== "phone") outgoing.flush("phone");
  outgoing.ask(message, isAskedBelowNews(run));
  session.offer = { token, choices, ways: out, ...(keep && { keep }) };
  if (rest.expects === "phone") session.offer.phone = true;
  return session.offer;
}

/** What of a label is remembered, for whoever writes it: without the sign in front, which nobody does. */
const spoken = onceEach((label) => narrow(label.replace(/^[^\p{L}\p{N}]+/u, "")));

/** Something came to pass, and left open what was: the menu, or the same question. */
const isAskedBelowNews = (run: Run): boolean =>
  run.update.content.kind === "event" && (run.top?.flow === run.house.root || run.openQuestion === run.asked);

/** The pressed message is out of date. Whoever wrote what stands on a button pressed none. */
export function replacePressed({ update, outgoing }: Run): void {
  if (update.content.kind === "choice") outgoing.replace(update.messageId);
}
