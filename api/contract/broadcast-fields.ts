import { broadcastFields } from "./broadcasts.ts";

type Texts = readonly { body: string }[];

/** The fields that texts have, each once, in order: what stands between braces. */
export const fieldsIn = (texts: Texts): string[] => [
  ...new Set(
    texts.flatMap(({ body }) => [...body.matchAll(/\{([^{}\n]{0,40})\}/g)].map(([, name = ""]) => name)),
  ),
];

/** Those of them that there are none of. */
export const unknownFieldsIn = (texts: Texts): string[] =>
  fieldsIn(texts).filter((field) => !broadcastFields.some((known) => known === field));
