import { normalise } from "./normalise.ts";
import { wordsOf } from "./word-sets.ts";

const takesOut =
  /^(?:remov|delet|drop|exclud|except|without|unselect|unchoos|nika?al|hata|chh?or|leav|rehn|rahn|نکال|ہٹا|چھوڑ|رہن)/u;
const putsIn =
  /^(?:add|includ|choos|select|tak|want|need|keep|le$|lein|len|lun|chah|shamil|dal|rakh|شامل|ڈال|لین|لوں|چاہ|رکھ|منتخب)/u;
const nots = wordsOf("not dont don't no nahi nahin nai nhi mat نہیں مت");

/**
 * Whether a sentence puts what it names into a selection or takes it out: "add 405", "405 nikal do", "I do not want 405".
 * @returns undefined where it says neither, or both
 */
export function putIn(text: string): "in" | "out" | undefined {
  const words = normalise(text).split(" ");
  const says = (what: RegExp) => words.some((word) => what.test(word));
  const [out, into, not] = [says(takesOut), says(putsIn), words.some((word) => nots.has(word))];
  if (out) return into || not ? undefined : "out";
  if (into) return not ? "out" : "in";
  return undefined;
}
