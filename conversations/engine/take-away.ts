import type { House } from "./house.ts";
import type { Run } from "./run.ts";
import type { Session } from "./session.ts";
import type { Update } from "./update.ts";

/** A message with a password goes as soon as it can; where the channel cannot, its writer is asked to. */
export function takeAway(run: Run): void {
  const { messageId, address } = run.update;
  if (!run.house.deletesReceived(address.channel)) run.say(run.t("delete-password-yourself"));
  else if (messageId !== undefined) run.outgoing.messages.push({ kind: "delete", messageId });
}

/** A sign, or the number of a choice, is no password: it may stay in the chat. */
export const mayBeSecret = ({ content }: Update): boolean =>
  content.kind === "text" ? content.text.trim().length > 3 : content.kind !== "choice";

/**
 * Where a message leads that brings a password and its registration number while nobody is logged in. Where a secret of
 * another kind is asked for, the message is that secret.
 */
export function handedOver(house: House, { student, staff, offer, stack }: Session, text: string) {
  const flow = stack.at(-1)?.flow;
  const { needs } = house;
  if (student || staff || (offer?.secret && flow !== needs.student.flow && flow !== needs.staff.flow))
    return undefined;
  return house.handedOver(text, flow);
}

/** It brings a password: of such a message nothing is kept, not even a fingerprint. */
export const bringsSecret = (house: House, session: Session, { content }: Update): boolean =>
  (session.offer?.secret === true && content.kind !== "choice") ||
  (content.kind === "text" && handedOver(house, session, content.text) !== undefined);
