import type { Receipts } from "../../delivery/receipts.ts";
import { reengagement, undeliverable } from "./failures.ts";
import { Status } from "./received.ts";
import type { Window } from "./window.ts";

export type StatusesOptions = {
  receipts: Receipts | undefined;
  window: Window;
  log: { warn(details: object, message: string): void };
};

const states = ["sent", "delivered", "read", "failed"] as const;
const isState = (status: string): status is (typeof states)[number] =>
  states.some((state) => state === status);

/**
 * Hears what became of a message, later; most say only that it arrived. Some refusals are told only here.
 * @returns what takes a status, and throws what may go well when Meta tells it again
 */
export function createStatuses({ receipts, window, log }: StatusesOptions): (sent: unknown) => Promise<void> {
  return async (sent) => {
    const read = Status.safeParse(sent);
    if (!read.success) return;
    const { id: messengerId, status, recipient_id: chat, errors = [] } = read.data;
    if (!isState(status)) return;
    const reason = errors.map(({ code, title = "" }) => `${code} ${title}`.trim()).join("; ");
    receipts?.receipt({ channel: "whatsapp-cloud", messengerId, state: status, ...(reason && { reason }) });
    for (const { code, title } of errors) {
      log.warn({ chat, code, title }, "WhatsApp could not deliver a message");
      if (chat === undefined || status !== "failed") continue;
      if (code === undeliverable || code === reengagement) await window.close(chat);
      if (code === undeliverable) receipts?.reachable({ channel: "whatsapp-cloud", chat }, false);
    }
  };
}
