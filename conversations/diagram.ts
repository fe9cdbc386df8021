import { withoutArguments } from "../api/contract/command-line.ts";
import { edgesOf } from "./engine/edges.ts";
import type { AnyFlow } from "./engine/flow.ts";
import { flows } from "./flows/index.ts";

/** A conversation as a Mermaid state diagram. */
export function diagram(flow: AnyFlow): string {
  const state = (name: string) =>
    name === "start" || name === "end" ? "[*]" : name.replaceAll(/[^\w]+/g, "_");
  const needs = flow.parts.needs.map((need) => `  note right of ${state(firstState(flow))} : needs ${need}`);
  const edges = edgesOf(flow).map(({ from, to, by }) => `  ${state(from)} --> ${state(to)} : ${by}`);
  return ["---", `title: ${flow.id}`, "---", "stateDiagram-v2", ...edges, ...needs].join("\n");
}

const firstState = (flow: AnyFlow): string => flow.parts.slots[0]?.name ?? "finish";

if (import.meta.main)
  await withoutArguments("Every conversation as a Mermaid state diagram.\n\n  npm run -s flows", () =>
    console.log(Object.values(flows).map(diagram).join("\n\n")),
  );
