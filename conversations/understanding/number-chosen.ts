import { normalise } from "./normalise.ts";
import { wordsOf } from "./word-sets.ts";

/** What is written around the number of a choice: "option 2", "no 2", "2 wala", "the second one". */
const around = wordsOf(
  "the option opt choice button press select choose no num number nmbr nmber numbr nambar lambar please plz " +
    "wala wali wale waala waali walla vala vali ko par pe hi آپشن نمبر بٹن انتخاب دبائیں والا والی والے کو پر ہی",
);
/** What stands between several numbers. */
const between = wordsOf("and aur or phir then also bhi plus اور پھر بھی");

const numbered = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    lines.flatMap((line, at) =>
      normalise(line)
        .split(" ")
        .map((word) => [word, at + 1] as const),
    ),
  );

const ordinals = numbered([
  "first pehla pehli pahla pahli pehle پہلا پہلی پہلے",
  "second doosra doosri dusra dusri dosra dosri دوسرا دوسری دوسرے",
  "third teesra teesri tisra tisri تیسرا تیسری تیسرے",
  "fourth chautha chauthi chotha chothi چوتھا چوتھی چوتھے",
  "fifth paanchwan paanchwi panchwan panchwi پانچواں پانچویں",
]);
const cardinals = numbered([
  "one ek aik ایک",
  "two do دو",
  "three teen تین",
  "four char chaar چار",
  "five paanch panch پانچ",
]);
/** *Do* is "two" and "give" alike; alone it chooses nothing. */
const alsoGives = wordsOf("do دو");

/**
 * The number of a choice, in whatever words it is written: "2", "option 2", "2nd", "the second one", "doosra wala". The
 * lists that choices stand in are short: a longer number is none.
 * @param line as {@link normalise} makes it
 */
export function numberChosen(line: string): number | undefined {
  const words = line.split(" ");
  const left = words.filter((word) => !around.has(word));
  const [word = "", one, ...others] = left;
  if (others.length > 0 || (one !== undefined && one !== "one")) return undefined;
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word) ?? [];
  if (digits !== undefined) return Number(digits);
  const ordinal = ordinals.get(word);
  if (ordinal !== undefined || one !== undefined) return ordinal;
  // "No one" is nobody.
  const isAlone = words.length === 1;
  return words.includes("no") || (isAlone && alsoGives.has(word)) ? undefined : cardinals.get(word);
}

/** The words of a line that names several, without what only joins them ("1 aur 3"). @param line as {@link normalise} makes it */
export const namedTogether = (line: string): string[] =>
  line.split(" ").filter((word) => !between.has(word) && !around.has(word));

/** Whether a line is several numbers of choices, and nothing else. @param line as {@link normalise} makes it */
export function areNumbers(line: string): boolean {
  const words = namedTogether(line);
  return words.length > 1 && words.every((word) => /^\d{1,2}$/.test(word));
}
