import type { Run } from "./run.ts";

/** A message with a password goes as soon as it can; where the channel cannot, its writer is asked to. */
export function takeAway(run: Run): void {
  const { messageId, address } = run.update;
  if (!run.house.deletesReceived(address.channel)) run.say(run.t("delete-password-yourself"));
  else if (messageId !== undefined) run.messages.push({ kind: "delete", messageId });
}
