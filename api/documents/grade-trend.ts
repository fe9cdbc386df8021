import { picture, text } from "./drawing.ts";
import { fontFile } from "./fonts.ts";
import { glyphPath } from "./glyph-path.ts";
import { accent, hairline, ink, muted, tint } from "./page.ts";

/** A semester of the trend, as `Spring 2026`; averages are grade points from 0 to 4. */
export type TrendPoint = { label: string; average: number; overall: number };

/** Pixels: as wide as a phone's screen is, and not so high that one must scroll. */
const width = 1080;
const height = 720;
const plot = { left: 96, right: width - 64, top: 190, bottom: height - 110 };
const most = 4;

/**
 * The averages of the semesters as a picture: columns for each semester, a line for all of them together.
 * @param title the student, as the heading says
 * @param points oldest first, two or more
 * @returns a PNG
 */
export function gradeTrend(title: string, points: readonly TrendPoint[]): Promise<Uint8Array> {
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
    ({ label, average }, at) =>
      `<rect x="${x(at) - column / 2}" y="${y(average)}" width="${column}" height="${plot.bottom - y(average)}" rx="8" fill="${accent}"/>` +
      figure(average, x(at), y(average)) +
      text(label, { x: x(at), y: plot.bottom + 50, size: 30, colour: ink }),
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
    heading(title),
    `<rect x="${plot.left - 40}" y="112" width="30" height="30" rx="6" fill="${accent}"/>`,
    text("GPA of the semester", { x: plot.left + 4, y: 138, size: 30, colour: muted, align: "start" }),
    `<path d="M420 127h44" stroke="${warm}" stroke-width="6"/>`,
    text("all semesters together", { x: 478, y: 138, size: 30, colour: muted, align: "start" }),
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

/** The heading, smaller where the name is long. */
function heading(title: string): string {
  const { advance } = glyphPath(fontFile("latin", "semibold"), title, 44);
  const size = Math.min(44, (44 * (plot.right - plot.left)) / advance);
  return text(title, { x: plot.left - 40, y: 84, size, colour: ink, weight: "semibold", align: "start" });
}
