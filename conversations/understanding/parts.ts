/** What stands between two wishes, in any language. *Or* is "and" in Roman Urdu; who says it in English may see both. */
const joint = / (?:and|aur|or|اور) (?:also |sath |saath |ساتھ )?| ?[,،؛;&+] ?/iu;

/** The parts of a sentence that may each be a wish: "result aur date sheet" has two. */
export const partsOf = (text: string): string[] =>
  text
    .replace(/\s+/g, " ")
    .split(joint)
    .map((part) => part.replace(/^(?:and|aur|or|اور) /iu, "").trim())
    .filter((part) => part !== "");
