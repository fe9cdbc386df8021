import type { DeskStats } from "../contract/desk.ts";
import { picture, text } from "./drawing.ts";
import { accent, hairline, ink, muted, tint } from "./page.ts";

/** Pixels: as wide as a phone's screen is. */
const width = 1080;
const height = 860;
const plot = { left: 80, right: width - 60, top: 470, bottom: height - 110 };
const warm = "#d9822b";
const alarm = "#b3261e";

/** Minutes as people say them: `45 min`, `3 h 20`, `2 d 4 h`. */
function duration(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  if (whole < 48 * 60)
    return [`${Math.floor(whole / 60)} h`, ...(whole % 60 > 0 ? [`${whole % 60}`] : [])].join(" ");
  return `${Math.floor(whole / 1440)} d ${Math.floor((whole % 1440) / 60)} h`;
}

/**
 * The desk in figures as a picture: what there is to do, how long students wait and what they think, and what was filed
 * and resolved day by day.
 * @returns a PNG
 */
export function deskFigures(university: string, stats: DeskStats): Promise<Uint8Array> {
  const tiles: [label: string, figure: string, colour: string][] = [
    ["open", String(stats.open), ink],
    ["waiting", String(stats.waiting), ink],
    ["overdue", String(stats.overdue), stats.overdue > 0 ? alarm : ink],
    ["first answer", stats.medianFirstAnswer === null ? "–" : duration(stats.medianFirstAnswer), ink],
    ["satisfaction", stats.satisfaction === null ? "–" : `${stats.satisfaction.toFixed(1)} of 5`, ink],
  ];
  const cell = (width - 120) / tiles.length;
  const most = Math.max(1, ...stats.days.flatMap(({ filed, resolved }) => [filed, resolved]));
  const step = (plot.right - plot.left) / stats.days.length;
  const bar = (step - 14) / 2;
  const tall = (count: number) => (count / most) * (plot.bottom - plot.top);
  const column = (x: number, count: number, colour: string) =>
    `<rect x="${x}" y="${plot.bottom - tall(count)}" width="${bar}" height="${tall(count)}" rx="4" fill="${colour}"/>`;
  const days = stats.days.flatMap(({ on, filed, resolved }, at) => {
    const x = plot.left + at * step + 7;
    const label =
      at % 2 === 1 ? [text(on.slice(8), { x: x + bar, y: plot.bottom + 40, size: 26, colour: muted })] : [];
    return [column(x, filed, warm), column(x + bar, resolved, accent), ...label];
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<rect width="${width}" height="12" fill="${tint}"/>`,
    text(`${university}: the desk`, {
      ...{ x: 60, y: 92, size: 44, colour: ink, weight: "semibold", align: "start" },
    }),
    ...tiles.flatMap(([label, figure, colour], at) => {
      const x = 60 + at * cell + cell / 2;
      const size = figure.length > 5 ? 38 : 64;
      return [
        text(figure, { x, y: 230, size, colour, weight: "semibold" }),
        text(label, { x, y: 285, size: 28, colour: muted }),
      ];
    }),
    `<path d="M60 340H${width - 60}" stroke="${hairline}" stroke-width="2"/>`,
    `<rect x="60" y="388" width="28" height="28" rx="6" fill="${warm}"/>`,
    text("filed", { x: 102, y: 412, size: 28, colour: muted, align: "start" }),
    `<rect x="220" y="388" width="28" height="28" rx="6" fill="${accent}"/>`,
    text("resolved", { x: 262, y: 412, size: 28, colour: muted, align: "start" }),
    text(`most on a day: ${most}`, { x: width - 60, y: 412, size: 28, colour: muted, align: "end" }),
    `<path d="M${plot.left} ${plot.bottom}H${plot.right}" stroke="${hairline}" stroke-width="2"/>`,
    ...days,
    text(`times and ratings of the last 30 days; ${stats.ratings} rated`, {
      ...{ x: 60, y: height - 24, size: 24, colour: muted, align: "start" },
    }),
    "</svg>",
  ].join("");
  return picture(svg);
}
