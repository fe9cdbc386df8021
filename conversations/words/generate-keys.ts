import { readFileSync, writeFileSync } from "node:fs";
import { type Pattern, parse, type VariableReference, Visitor } from "@fluent/syntax";

/** Every sentence of a Fluent source with the names of the values that it wants, in the file's order. */
export function keysOf(source: string): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const entry of parse(source, {}).body) {
    if (entry.type === "Junk") throw new Error(`cannot read: ${entry.content}`);
    if (entry.type === "Message" && entry.value) keys.set(entry.id.name, variablesOf(entry.value));
  }
  return keys;
}

function variablesOf(pattern: Pattern): Set<string> {
  const names = new Set<string>();
  class Collect extends Visitor {
    override visitVariableReference(reference: VariableReference) {
      names.add(reference.id.name);
    }
  }
  new Collect().visit(pattern);
  return names;
}

/** The TypeScript that makes an unknown sentence, or a missing value, not compile. */
export function keysSource(source: string): string {
  const lines = [...keysOf(source)].map(([key, names]) => {
    const values = [...names].sort().map((name) => `${name}: string | number`);
    return `  "${key}": ${values.length ? `{ ${values.join("; ")} }` : "Record<never, never>"};`;
  });
  return `// Made from en.ftl by \`npm run words\`; do not edit.

/** Every sentence, with the values that it wants. */
export type Words = {
${lines.join("\n")}
};

export type WordKey = keyof Words;
`;
}

if (import.meta.main) {
  const source = readFileSync(new URL("en.ftl", import.meta.url), "utf8");
  writeFileSync(new URL("keys.ts", import.meta.url), keysSource(source));
}
