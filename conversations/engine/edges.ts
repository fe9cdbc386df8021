import type { AnyFlow, Slot } from "./flow.ts";

/** A way from one state of a conversation to another. States are its questions, `start`, `finish` and `end`. */
export type Edge = { from: string; to: string; by: string };

/**
 * Lists every edge of a conversation from its declaration: what answers lead to (a question with a `when` may be
 * passed over), where buttons lead, which problems ask again, which events end it.
 */
export function edgesOf({ parts }: AnyFlow): Edge[] {
  const { slots, run, reopens, hears } = parts;
  const end = run ? "finish" : "end";
  const edges: Edge[] = after(slots, 0, end).map((to) => ({ from: "start", to, by: "begin" }));
  slots.forEach(({ name, question }, at) => {
    if (!question.leads)
      edges.push(...after(slots, at + 1, end).map((to) => ({ from: name, to, by: "answer" })));
    for (const [by, lead] of Object.entries(question.leads ?? {})) {
      const to = lead === "stay" ? name : "open" in lead ? `${lead.open} …` : lead.reopen;
      edges.push({ from: name, to, by });
    }
  });
  if (run) edges.push({ from: "finish", to: "end", by: "done" });
  for (const [by, to] of Object.entries(reopens)) edges.push({ from: "finish", to, by });
  for (const by of Object.keys(hears)) edges.push({ from: slots[0]?.name ?? "start", to: "end", by });
  return edges;
}

/** What may be open next: every question up to the first that always applies. */
function after(slots: readonly Slot[], at: number, end: string): string[] {
  const rest = slots.slice(at);
  const sure = rest.findIndex(({ when }) => !when);
  const next = sure < 0 ? rest : rest.slice(0, sure + 1);
  return [...next.map(({ name }) => name), ...(sure < 0 ? [end] : [])];
}
