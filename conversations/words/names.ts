import type { Semester } from "../../api/contract/shared.ts";
import type { Markup } from "../engine/markup.ts";
import type { Translate } from "./words.ts";

/** A semester as people call it: "Spring 2026". Takes the semester, or its id. */
export function semesterName(t: Translate, semester: Semester | string): Markup {
  const [year = "", season] = (typeof semester === "string" ? semester : semester.id).split("-");
  return t(season === "spring" ? "semester-spring" : "semester-autumn", { year });
}
