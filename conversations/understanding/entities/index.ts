import { unified } from "../letters.ts";
import { courseCodes } from "./course-codes.ts";
import { numericDates, relativeDates, spokenDates } from "./dates.ts";
import type { Entity, Finder } from "./entity.ts";
import { cnics, phones, registrationNumbers, requestReferences } from "./numbers.ts";
import { namedSemesters, relativeSemesters } from "./semesters.ts";

/** Who looks first keeps what it found: the longer and stricter forms stand before those that could be a part of them. */
const finders: readonly Finder[] = [
  requestReferences,
  registrationNumbers,
  cnics,
  phones,
  numericDates,
  spokenDates,
  namedSemesters,
  relativeSemesters,
  relativeDates,
  courseCodes,
];

/** Those that find what is said in words alone. Everything else has a digit in it. */
const inWords: readonly Finder[] = [relativeSemesters, relativeDates];

/** What a sentence names, in order of appearance; no two overlap. */
export function entitiesIn(text: string, now: Date): Entity[] {
  const line = unified(text);
  const found: Entity[] = [];
  for (const finder of /\d/.test(line) ? finders : inWords) {
    for (const entity of finder(line, now)) {
      if (found.every(({ start, end }) => entity.end <= start || entity.start >= end)) found.push(entity);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
