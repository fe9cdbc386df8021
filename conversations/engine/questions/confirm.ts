import type { Question, Say } from "../question.ts";
import { choice } from "./choice.ts";

/** "Are you sure?" It seals the answers before it: when one of them changes, it is asked again. */
export const confirm = <A>(say: Say<A>): Question<A, "yes" | "no"> => ({
  ...choice<A, "yes" | "no">(say, [
    ["yes", "yes"],
    ["no", "no"],
  ]),
  seals: true,
});
