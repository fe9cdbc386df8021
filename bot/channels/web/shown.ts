import type { Entry, Happening } from "./transcript.ts";

type Document = Extract<Happening, { kind: "document" }>;

/** A happening as a page gets it: `at` is when, in ms since 1970. */
export type Shown = { at: number } & (
  | Exclude<Happening, Document>
  | { kind: "document"; name: string; type: string; caption: string }
);

/** Makes an entry ready for the page. Where a document comes from, and the token that opens it, stay here. */
export function shown({ id, happening }: Entry): Shown {
  const at = Number.parseInt(id, 10);
  if (happening.kind !== "document") return { at, ...happening };
  const { source, caption } = happening;
  return { at, kind: "document", name: source.name, type: source.type, caption };
}
