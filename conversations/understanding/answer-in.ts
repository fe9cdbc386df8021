import { normalise } from "./normalise.ts";
import { phraseIntent } from "./understand.ts";
import { wordsOf } from "./word-sets.ts";

/** What goes on from what is asked for to the answer: "my name *is* Ayesha". */
const links = wordsOf("is be should must to as hai ہے");
/** What stands behind an answer: "mera naam Ayesha *likha jaye*". */
const tails = wordsOf(
  "please plz sir hai ha he h ho hona chahiye chahye likha jaye likhein likh likho kar do dein den karein krein ji " +
    "ہے ہو ہونا چاہیے لکھا جائے لکھیں لکھ کر دیں کریں جی",
);
/** What stands before what is asked for: "*mera sahi* naam". */
const leads = wordsOf(
  "my the correct right real full new actual wrong incorrect change " +
    "mera meri mere apna sahi durust asal asli poora pura naya ghalat galat theek " +
    "میرا میری میرے اپنا صحیح درست اصل اصلی پورا نیا غلط ٹھیک",
);
const isAround = (word: string): boolean => leads.has(word) || links.has(word) || tails.has(word);
/** *Abdul Hai* is a name, where *hai* is a word. */
const isName = (word: string | undefined, before: string | undefined): boolean =>
  word === "hai" && before !== undefined && /ul$/.test(before);

/**
 * The answer alone, where somebody writes a sentence: "mera sahi naam Ayesha hai" is *Ayesha* where a name is asked for.
 * @param nouns what is asked for is called, in all languages
 * @param only `led` where an answer may begin with such a word itself: in *Shehr Sultan* nothing says that a city follows
 * @returns the text as it was written, if nothing stands around it; empty, if nothing else is in it
 */
export function answerIn(text: string, nouns: ReadonlySet<string>, only?: "led"): string {
  const written = text.trim().split(/\s+/);
  const words = written.map(normalise);
  const first = words.findIndex((word) => !isAround(word) && !nouns.has(word));
  const noun = words.slice(0, first < 0 ? undefined : first).findLastIndex((word) => nouns.has(word));
  const isLed = noun >= (only === "led" ? 1 : 0);
  let from = isLed ? noun + 1 : 0;
  while (isLed && (words[from] === "" || links.has(words[from] ?? "-"))) from++;
  let to = words.length;
  while (to > from && tails.has(words[to - 1] ?? "") && !isName(words[to - 1], words[to - 2])) to--;
  const answer = words.slice(from, to);
  return answer.every(isAround) ? "" : written.slice(from, to).join(" ");
}

/** Whether a text is known to say something else: yes, no, or the name of what the house does. */
export const isOtherwiseMeant = (text: string): boolean => (phraseIntent(text) ?? "none") !== "none";
