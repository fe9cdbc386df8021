import { badRequest } from "../refusal.ts";
import { type FormattedText, sorted } from "./entity.ts";

/** Telegram turns control characters into a space, tabs too; line breaks stay, carriage returns are dropped. */
const isBlanked = (unit: string) => unit < " " && unit !== "\n" && unit !== "\r";
/** And drops these: carriage returns, line and paragraph separators, embeddings and overrides (isolates stay). */
const dropped = /\r|[\u2028-\u202e]|\u0333|\u033f|\u030a/;

/**
 * Cleans and trims a text as Telegram does before it is stored, and moves the entities along.
 *
 * @throws Refusal 400 for an entity that lies outside the text
 */
export function cleaned(given: FormattedText): FormattedText {
  const entities = sorted(given.entities).map((one) => ({ ...one }));
  for (const one of entities) {
    if (one.offset < 0) throw badRequest(`Receive an entity with incorrect offset ${one.offset}`);
    if (one.length < 0) throw badRequest(`Receive an entity with incorrect length ${one.length}`);
    if (one.length === 0) continue;
    if (one.offset > given.text.length)
      throw badRequest(`Entity begins after the end of the text at UTF-16 offset ${one.offset}`);
    if (one.offset + one.length > given.text.length)
      throw badRequest(
        `Entity beginning at UTF-16 offset ${one.offset} ends after the end of the text at UTF-16 offset ${one.offset + one.length}`,
      );
    for (const border of [one.offset, one.offset + one.length]) {
      if (splitsSymbol(given.text, border))
        throw badRequest(`Entity beginning at UTF-16 offset ${one.offset} is in a middle of a UTF-16 symbol`);
    }
  }
  // Where each code unit of the given text stands in the cleaned one.
  const moved: number[] = [];
  let text = "";
  for (const unit of given.text.split("")) {
    moved.push(text.length);
    if (isBlanked(unit)) text += " ";
    else if (!dropped.test(unit)) text += unit;
  }
  moved.push(text.length);
  const end = text.trimEnd().length;
  const firstEntity = Math.min(...entities.map((one) => moved[one.offset] ?? 0), end);
  const start = Math.min(/^[ \n]*/.exec(text)?.[0].length ?? 0, firstEntity);
  const kept = entities.flatMap((one) => {
    const from = Math.max((moved[one.offset] ?? 0) - start, 0);
    const to = Math.min(moved[one.offset + one.length] ?? 0, end) - start;
    return to > from ? [{ ...one, offset: from, length: to - from }] : [];
  });
  return { text: text.slice(start, end), entities: kept };
}

function splitsSymbol(text: string, border: number): boolean {
  const unit = text.charCodeAt(border);
  const before = text.charCodeAt(border - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}
