import { type Language, languages } from "../../api/contract/shared.ts";
import { wordsIn, wordsOf } from "./word-sets.ts";

/** What people call each language. */
const names: { readonly [L in Language]: ReadonlySet<string> } = {
  en: wordsOf("english inglish angrezi angreezi انگریزی انگلش"),
  ur: wordsOf("urdu اردو"),
  "ur-Latn": wordsOf("roman رومن"),
};
/** Who says so does not want the language that stands beside it, or not for certain. */
const denials = wordsOf("not no dont cant cannot weak nahi nahin nhi نہیں");

/** The one language that a sentence names, if it is wanted: "urdu mein baat karo", "switch to english". */
export function languageNamed(text: string): Language | undefined {
  const words = wordsIn(text);
  if (words.some((word) => denials.has(word))) return undefined;
  const found = languages.filter((language) => words.some((word) => names[language].has(word)));
  // Roman Urdu is Urdu by its name as well.
  const others = found.includes("ur-Latn") ? found.filter((language) => language !== "ur") : found;
  return others.length === 1 ? others[0] : undefined;
}
