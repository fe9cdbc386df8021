import { normalise } from "./normalise.ts";

/** Words that ask. */
const asking = new Set(
  normalise(
    "when where how what why who which whose whom can could " +
      "kab kb kahan kahaan kidhar kaise kaisay kese kesay kitna kitni kitne kitnay kaun kon konsa kaunsa kya kia kyun kyon kyu " +
      "کب کہاں کدھر کیسے کتنا کتنی کتنے کون کونسا کیا کیوں",
  ).split(" "),
);

/** Whether a sentence is a question, by its mark or its words. What it asks for is another matter. */
export const asks = (text: string): boolean =>
  /[?؟]\s*$/u.test(text) ||
  normalise(text)
    .split(" ")
    .some((word) => asking.has(word));
