import { Gauge, type Registry } from "prom-client";
import type { SessionStore } from "../../conversations/engine/stores/store.ts";
import type { Channel } from "../channels/channel.ts";
import type { Clock } from "../clock.ts";
import type { Outbox } from "../delivery/outbox.ts";
import { type Check, passes } from "../http.ts";

/** How things stand at the moment that somebody asks: health, what is in hand, what nobody has in hand. */
export function standing(
  registers: Registry[],
  checks: ReadonlyMap<string, Check>,
  chats:
    | { channels: ReadonlyMap<string, Channel>; outbox: Outbox; store: SessionStore; now: Clock }
    | undefined,
): void {
  new Gauge({
    name: "rabta_healthy",
    help: "1 where what this process needs answers, by check: database (PostgreSQL), sessions (Redis)",
    labelNames: ["check"],
    registers,
    async collect() {
      const results = await Promise.all(
        [...checks].map(async ([check, ask]) => ({ check, passed: await passes(ask) })),
      );
      for (const { check, passed } of results) this.set({ check }, passed ? 1 : 0);
    },
  });
  if (!chats) return;
  const { channels, outbox, store, now } = chats;
  // A store that is away is told by its check; the other figures go on.
  const asked = () => store.owing(now()).catch(() => undefined);
  new Gauge({
    name: "rabta_messenger_reached",
    help: "0 where this process does not get through to a channel's messenger: Telegram does not answer, WhatsApp Web is not ready",
    labelNames: ["channel"],
    registers,
    collect() {
      for (const { name, trouble } of channels.values())
        this.set({ channel: name }, trouble?.() === undefined ? 1 : 0);
    },
  });
  new Gauge({
    name: "rabta_outbox_in_hand",
    help: "Messages that this process has in hand to send",
    registers,
    collect() {
      this.set(outbox.inHand().messages);
    },
  });
  new Gauge({
    name: "rabta_outbox_oldest_seconds",
    help: "How long the message that waits longest in this process's hands has been there",
    registers,
    collect() {
      this.set(outbox.inHand().oldest / 1000);
    },
  });
  new Gauge({
    name: "rabta_outbox_chats",
    help: "Chats to which messages are owed, in all processes",
    registers,
    async collect() {
      const owing = await asked();
      if (owing) this.set(owing.chats);
    },
  });
  new Gauge({
    name: "rabta_outbox_abandoned_seconds",
    help: "For how long the most patient chat has waited since whoever sent to it gave no sign of life; 0 where none waits",
    registers,
    async collect() {
      const owing = await asked();
      if (owing) this.set(owing.abandoned / 1000);
    },
  });
}
