import type { Semester } from "../../api/contract/shared.ts";
import type { Markup } from "../engine/markup.ts";
import type { Translate } from "./words.ts";

/** A semester as people call it: "Spring 2026". Takes the semester, or its id. */
export function semesterName(t: Translate, semester: Semester | string): Markup {
  const [year = "", season] = (typeof semester === "string" ? semester : semester.id).split("-");
  return t(season === "spring" ? "semester-spring" : "semester-autumn", { year });
}

const months = [
  ...(["month-1", "month-2", "month-3", "month-4", "month-5", "month-6"] as const),
  ...(["month-7", "month-8", "month-9", "month-10", "month-11", "month-12"] as const),
];

/** A day as people write it: "30 Nov 2026". Takes it in ISO 8601. */
export function dateName(t: Translate, isoDate: string): Markup {
  const [year = "", month, day] = isoDate.split("-");
  const name = months[Number(month) - 1];
  if (!name) throw new Error(`${isoDate} is no day`);
  return `${Number(day)} ${t(name)} ${year}`;
}
