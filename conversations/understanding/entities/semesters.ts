import { byPattern } from "./entity.ts";

const autumn = "autumn|autum|fall|k?h?izaan|khiz?an|khaz[ae]+n|خزاں|خزان|آٹم|اٹم";
const spring = "spring|sprng|bahaa?r|بہار|سپرنگ|اسپرنگ";
const semester = "s[aei]?m[aei]?st[aei]?rs?|sem|semister|simister|سمسٹر|سیمسٹر|سمیسٹر";
const last = "last|previous|prev|past|pi?[ck]h+[ae]?l+[aeiy]+|guzi?shta|گزشتہ|گذشتہ|پچھلے|پچھلا|پچھلی";
const current = "current|present|this|is|iss|mou?jo+da|maujo+da|موجودہ|اس";
const next = "next|coming|upcoming|agl[aeiy]+|aaind[ae]h?|اگلے|اگلا|اگلی|آئندہ|آنے والے";
const word = (words: string): string => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;

const seasonOf = (written: string): "autumn" | "spring" =>
  new RegExp(`^(?:${autumn})$`, "iu").test(written) ? "autumn" : "spring";
const yearOf = (written: string): string => (written.length === 2 ? `20${written}` : written);
const gap = "[\\s,'’-]{0,3}(?:(?:semester|سمسٹر|of|ka|ki|ke|کا|کی|کے)\\s+){0,2}";

/** "Autumn 2025", "khizan 25", "۲۰۲۶ بہار": `2025-autumn`. */
export const namedSemesters = byPattern(
  "semester",
  new RegExp(
    `${word(`${autumn}|${spring}`).replace("(?:", "(?<season>")}${gap}(?<year>20\\d{2}|[12]\\d)(?!\\p{N})|(?<!\\p{N})(?<yearFirst>20\\d{2})[\\s-]{0,2}${word(`${autumn}|${spring}`).replace("(?:", "(?<seasonLast>")}`,
    "giu",
  ),
  ({ named: { season, year, yearFirst, seasonLast } }) =>
    `${yearOf(year ?? yearFirst ?? "")}-${seasonOf(season ?? seasonLast ?? "")}`,
);

/** "last semester", "agla samester", "گزشتہ سمسٹر": `last`, `current`, `next`; a season without its year: `autumn`, `spring`. */
export const relativeSemesters = byPattern(
  "semester",
  new RegExp(
    `${word(last).replace("(?:", "(?<last>")}\\s+${word(semester)}|${word(current).replace("(?:", "(?<current>")}\\s+${word(semester)}|${word(next).replace("(?:", "(?<next>")}\\s+${word(semester)}|${word(`${autumn}|${spring}`).replace("(?:", "(?<season>")}(?:\\s+${word(semester)})?`,
    "giu",
  ),
  ({ named }) =>
    named.season ? seasonOf(named.season) : ["last", "current", "next"].find((which) => named[which]),
);
