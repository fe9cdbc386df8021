import { wordsIn, wordsOf } from "./word-sets.ts";

/** What asks for what follows upon something. */
const after = wordsOf("after then afterwards baad bad bd phir پھر بعد");
/** What may stand around it. Any other word asks for something of its own. */
const around = wordsOf(
  "and what whats is comes that this it which paper one aur or us uss is iss uske iske ke k kay kya kab kaun kon kaunsa konsa sa wala hai ha " +
    "اور اس کے کا کیا کب کون سا کونسا پرچہ پیپر والا ہے",
);

/** Whether a sentence asks for what comes after what was just told, and for nothing else: "us ke baad?". */
export function asksForNext(text: string): boolean {
  const words = wordsIn(text);
  return words.some((word) => after.has(word)) && words.every((word) => after.has(word) || around.has(word));
}
