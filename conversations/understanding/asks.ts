import { normalise } from "./normalise.ts";
import { hasOne, wordsOf } from "./word-sets.ts";

/** Words that ask. */
const asking = new Set(
  normalise(
    "when where how what why who which whose whom can could " +
      "kab kb kahan kahaan kidhar kaise kaisay kese kesay kitna kitni kitne kitnay kaun kon konsa kaunsa kya kia kyun kyon kyu " +
      "کب کہاں کدھر کیسے کتنا کتنی کتنے کون کونسا کیا کیوں",
  ).split(" "),
);

/** What somebody would have or do: "I *want* to change my number", "number change *karna* hai". No place is called so. */
const wishing = wordsOf(
  "want wanna need wish dont karna krna karwana krwana karwani karwao chahta chahti chahte chahye dikhao dikhayein batao " +
    "کرنا کروانا کرانا کروانی چاہتا چاہتی چاہتے چاہیے دکھائیں دکھاؤ بتائیں بتاؤ",
);

/** Whether a sentence wishes for something, in so many words. What for is another matter. */
export const wishes = (text: string): boolean => hasOne(text, wishing);

/** Whether a sentence is a question, by its mark or its words. What it asks for is another matter. */
export const asks = (text: string): boolean =>
  /[?؟]\s*$/u.test(text) ||
  normalise(text)
    .split(" ")
    .some((word) => asking.has(word));
