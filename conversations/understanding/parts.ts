/** What stands between two wishes, in any language. *Or* is "and" in Roman Urdu; who says it in English may see both. */
const joint = /\s+(?:and|aur|or|اور)\s+(?:also\s+|sath\s+|saath\s+|ساتھ\s+)?|\s*[,،؛;&+]\s*/iu;

/** The parts of a sentence that may each be a wish: "result aur date sheet" has two. */
export const partsOf = (text: string): string[] =>
  text
    .split(joint)
    .map((part) => part.replace(/^(?:and|aur|or|اور)\s+/iu, "").trim())
    .filter((part) => part !== "");
