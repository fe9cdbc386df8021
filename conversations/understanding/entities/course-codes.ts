import { unified } from "../letters.ts";
import { normalise } from "../normalise.ts";
import { byPattern } from "./entity.ts";

/** What stands before a number that is a code whatever it looks like ("course 2016"), and before one that is none. */
const named =
  /(?:course|code|paper|subject|tutor|kors|kod|کورس|کوڈ|پیپر|مضمون|ٹیوٹر)\s*(?:code|no\.?|number|کوڈ|نمبر)?\s*[:#-]?\s*$/iu;
const counted = /(?:\brs\.?|\bpkr|\brupees|\brupay|\broom|\bhouse|\bstreet|\bbox|روپے|₨|\$)\s*[:.-]?\s*$/iu;
/** What follows an amount, a measure or an hour. */
const amount =
  /^\s*(?:\/-|%|rs\b|pkr\b|rup+(?:ees?|ay|ye|aye)\b|روپ|marks?\b|nu?mbers?\b|credit|students?\b|words?\b|pages?\b|days?\b|din\b|hours?\b|years?\b|saal\b|baje\b|mb\b|gb\b|kb\b|kg\b|km\b|am\b|pm\b|(?<!\s)k\b|th\b|lakh\b|crore\b|hazar\b|فیصد|نمبر|دن|سال|بجے|لاکھ|ہزار)/iu;

/** Years, and round hundreds. */
const unlikely = /^(?:19\d{2}|20\d{2}|\d00|1000)$/;

/** `8601`, "paper of 416", "1424ka tutor": three or four digits that are no year, amount or part of another number. */
export const courseCodes = byPattern(
  "course-code",
  /(?<!\p{N}|\p{L}|\+|\p{N}[.,:/-])[1-9]\d{2,3}(?![\p{N}:]|[.,/-]\d)/gu,
  ({ text: code, start, line }) => {
    const said = line.slice(Math.max(0, start - 24), start);
    if (named.test(said)) return code;
    if (counted.test(said) || amount.test(line.slice(start + code.length, start + code.length + 12)))
      return undefined;
    return unlikely.test(code) ? undefined : code;
  },
);

/** The courses that a text names, and whether it says nothing else. */
export function courseCodesIn(text: string): { named: string[]; isAll: boolean } {
  const named = [...courseCodes(unified(text), new Date())].map(({ value }) => value);
  return {
    named,
    isAll: normalise(text)
      .split(" ")
      .every((word) => named.includes(word)),
  };
}
