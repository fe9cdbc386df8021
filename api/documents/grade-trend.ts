import type { Language, Semester } from "../contract/shared.ts";
import { semesterLabel } from "./dates.ts";
import { picture, text, widthOf } from "./drawing.ts";
import { accent, hairline, ink, muted, tint } from "./page.ts";

/** A semester of the trend; averages are grade points from 0 to 4. */
export type TrendPoint = { semester: Semester; average: number; overall: number };

const words: Record<Language, { each: string; together: string }> = {
  en: { each: "GPA of the semester", together: "all semesters together" },
  ur: { each: "سمسٹر کا جی پی اے", together: "سب سمسٹر ملا کر" },
  "ur-Latn": { each: "Semester ka GPA", together: "sab semesters mila kar" },
};

/** Pixels: as wide as a phone's screen is, and not so high that one must scroll. */
const width = 1080;
const height = 720;
const plot = { left: 96, right: width - 64, top: 190, bottom: height - 110 };
const most = 4;

/**
 * The averages of the semesters as a picture: columns for each semester, a line for all of them together.
 * @param title the student, as the heading says
 * @param points oldest first, two or more: they run from left to right in every language
 * @returns a PNG
 */
export function gradeTrend(
  title: string,
  language: Language,
  points: readonly TrendPoint[],
): Promise<Uint8Array> {
  const { each, together } = words[language];
  const step = (plot.right - plot.left) / points.length;
  const x = (at: number) => plot.left + step * (at + 0.5);
  const y = (average: number) => plot.bottom - (average / most) * (plot.bottom - plot.top);
  const column = Math.min(120, step * 0.55);
  const grid = [0, 1, 2, 3, 4].map(
    (line) =>
      `<path d="M${plot.left} ${y(line)}H${plot.right}" stroke="${hairline}" stroke-width="2"/>` +
      text(`${line}`, { x: plot.left - 22, y: y(line) + 11, size: 30, colour: muted, align: "end" }),
  );
  const columns = points.map(
    ({ semester, average }, at) =>
      `<rect x="${x(at) - column / 2}" y="${y(average)}" width="${column}" height="${plot.bottom - y(average)}" rx="8" fill="${accent}"/>` +
      figure(average, x(at), y(average)) +
      text(semesterLabel(semester, language), { x: x(at), y: plot.bottom + 50, size: 30, colour: ink }),
  );
  const line = points.map(({ overall }, at) => `${at === 0 ? "M" : "L"}${x(at)} ${y(overall)}`).join("");
  const dots = points.map(
    ({ overall }, at) =>
      `<circle cx="${x(at)}" cy="${y(overall)}" r="11" fill="#ffffff" stroke="${warm}" stroke-width="6"/>`,
  );
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<rect width="${width}" height="12" fill="${tint}"/>`,
    heading(title, language),
    ...legend(each, together, language),
    ...grid,
    ...columns,
    `<path d="${line}" fill="none" stroke="${warm}" stroke-width="6"/>`,
    ...dots,
    "</svg>",
  ].join("");
  return picture(svg);
}

const warm = "#d9822b";

/** An average, at the foot of its column where the line does not run; above a column that is too low for it. */
function figure(average: number, x: number, top: number): string {
  const inside = plot.bottom - top > 70;
  const colour = inside ? "#ffffff" : ink;
  return text(average.toFixed(2), {
    x,
    y: (inside ? plot.bottom : top) - 24,
    size: 34,
    colour,
    weight: "semibold",
  });
}

/** Where a line begins that is read in a language, and how it stands there. */
const beginningOf = (language: Language) =>
  language === "ur"
    ? ({ from: plot.right + 24, step: -1, align: "end" } as const)
    : ({ from: plot.left - 40, step: 1, align: "start" } as const);

/** The heading, smaller where the name is long. */
function heading(title: string, language: Language): string {
  const { from, align } = beginningOf(language);
  const size = Math.min(44, (44 * (plot.right - plot.left)) / widthOf(title, 44, "semibold"));
  return text(title, { x: from, y: 84, size, colour: ink, weight: "semibold", align });
}

/** What the columns are, and then what the line is. */
function legend(each: string, together: string, language: Language): string[] {
  const { from, step, align } = beginningOf(language);
  const at = (px: number) => from + step * px;
  const line = 44 + widthOf(each, 30, "regular") + 48;
  const look = { y: 138, size: 30, colour: muted, align };
  return [
    `<rect x="${Math.min(at(0), at(30))}" y="112" width="30" height="30" rx="6" fill="${accent}"/>`,
    text(each, { x: at(44), ...look }),
    `<path d="M${at(line)} 127H${at(line + 44)}" stroke="${warm}" stroke-width="6"/>`,
    text(together, { x: at(line + 58), ...look }),
  ];
}
