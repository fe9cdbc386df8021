import type { AnyFlow, Facts, Slot } from "./flow.ts";
import type { Json } from "./session.ts";

/** A way from one state of a conversation to another. States are its questions, `start`, `finish` and `end`. */
export type Edge = { from: string; to: string; by: string };

/** Stands for any answer, where nothing depends on which. */
const anything = "…";
const setups: readonly Facts[] = [{ links: true }, { links: false }];

/**
 * Lists every edge of a conversation from its declaration: what answers lead to (questions are passed over as their
 * `when` says, for every answer that a question names), where buttons lead, which problems ask again, which events end
 * it.
 */
export function edgesOf({ parts }: AnyFlow): Edge[] {
  const { finish, reopens, hears } = parts;
  const slots = parts.slots.filter(({ aside }) => !aside);
  const edges = new Map<string, Edge>();
  const add = (edge: Edge) => edges.set(Object.values(edge).join("\n"), edge);
  const end = finish ? "finish" : "end";
  for (const facts of setups)
    follow(slots, facts, 0, {}, (from, to) =>
      add({ from, to: to ?? end, by: from === "start" ? "begin" : "answer" }),
    );
  for (const { name, question } of slots) {
    for (const [by, lead] of Object.entries(question.leads ?? {})) {
      const to = lead === "stay" ? name : "open" in lead ? `${lead.open} …` : lead.reopen;
      add({ from: name, to, by });
    }
  }
  if (finish) add({ from: "finish", to: "end", by: "done" });
  for (const [by, to] of Object.entries(reopens)) add({ from: "finish", to, by });
  for (const by of Object.keys(hears)) add({ from: slots[0]?.name ?? "start", to: "end", by });
  return [...edges.values()];
}

/** Answers every question in every way that matters, from one place of the chain on. */
function follow(
  slots: readonly Slot[],
  facts: Facts,
  at: number,
  answers: Record<string, Json>,
  found: (from: string, to: string | undefined) => void,
  from = "start",
): void {
  const next = slots.findIndex(({ when }, index) => index >= at && (when?.(answers as never, facts) ?? true));
  const slot = slots[next];
  found(from, slot?.name);
  if (!slot) return;
  for (const value of slot.question.values ?? [anything]) {
    follow(slots, facts, next + 1, { ...answers, [slot.name]: value }, found, slot.name);
  }
}
