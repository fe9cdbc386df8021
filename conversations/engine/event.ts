import type { Message } from "./message.ts";
import { proceed } from "./proceed.ts";
import { orRefused } from "./refusal.ts";
import type { Run } from "./run.ts";
import { close } from "./stack.ts";
import type { Content } from "./update.ts";

type Event = Extract<Content, { kind: "event" }>;

/** What the id of a delivery's event begins with; the delivery's own id follows. */
const deliveryPrefix = "delivery:";

/**
 * Tells a chat that something came to pass elsewhere, perhaps after its student went on, and asks again what is open
 * there.
 */
export async function tell(run: Run, event: Event): Promise<void> {
  const { outgoing, update } = run;
  await hear(run, event);
  const said = { messages: outgoing.messages.length, hasNotes: outgoing.hasNotes };
  await proceed(run);
  if (update.id.startsWith(deliveryPrefix))
    tagWith(outgoing.messages, said, update.id.slice(deliveryPrefix.length));
}

/** Every conversation that waits for it hears it, and is over. */
async function hear(run: Run, { name, data }: Event): Promise<void> {
  for (const flow of Object.values(run.house.flows)) {
    const hears = flow.parts.hears[name];
    if (!hears) continue;
    const waiting = run.session.stack.find((frame) => frame.flow === flow.id);
    const frame = waiting ?? { id: run.update.id, flow: flow.id, answers: [] };
    const context = run.context({});
    await orRefused(run, flow, frame, async () => hears(context as never, data));
    close(run, frame);
  }
}

/**
 * The university waits to hear how far these messages get, and may take them back: those that the event itself said,
 * without the question below them. What it said last may stand in one message with that.
 */
function tagWith(
  messages: readonly Message[],
  said: { messages: number; hasNotes: boolean },
  delivery: string,
): void {
  const own = messages.slice(0, said.messages).filter(isShown);
  const next = messages.slice(said.messages).filter(isShown).slice(0, 1);
  for (const message of said.hasNotes || own.length === 0 ? [...own, ...next] : own) message.tells = delivery;
}

const isShown = (message: Message) => message.kind === "text" || message.kind === "document";
