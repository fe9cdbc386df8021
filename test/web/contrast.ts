import type { Locator } from "playwright-core";

/** Red, green and blue from 0 to 1, and how much it covers. */
type Colour = [number, number, number, number];

/** How well an element's words stand out from what is behind them, as WCAG 2 has it: from 1 to 21. */
export async function contrast(element: Locator): Promise<number> {
  const [ink = "", ...grounds] = await element.evaluate((one) => {
    const style = (of: typeof one) => of.ownerDocument.defaultView?.getComputedStyle(of);
    const behind: string[] = [];
    for (let at: typeof one | null = one; at; at = at.parentElement)
      behind.push(style(at)?.backgroundColor ?? "");
    return [style(one)?.color ?? "", ...behind];
  });
  const ground = grounds.map(read).reduceRight(over, [1, 1, 1, 1]);
  const [light, dark] = [luminance(over(ground, read(ink))), luminance(ground)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Reads `rgb(1 2 3)`, `rgba(1, 2, 3, 0.5)` or `color(srgb 0.1 0.2 0.3 / 0.5)`. */
function read(colour: string): Colour {
  const [red = 0, green = 0, blue = 0, cover = 1] = (colour.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const most = colour.startsWith("color(") ? 1 : 255;
  return [red / most, green / most, blue / most, cover];
}

const over = (ground: Colour, [red, green, blue, cover]: Colour): Colour => {
  const mixed = (behind: number, front: number): number => behind * (1 - cover) + front * cover;
  return [mixed(ground[0], red), mixed(ground[1], green), mixed(ground[2], blue), 1];
};

function luminance([red, green, blue]: Colour): number {
  const linear = (one: number): number => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
