export type Layers = { [layer: string]: { sum: number; count: number } };

/** What the program itself has counted so far of the layers of its turns, in seconds. @param url its metrics */
export async function layersOf(url: string): Promise<Layers> {
  const layers: Layers = {};
  const said = await (await fetch(url)).text();
  for (const [, what, layer = "", value] of said.matchAll(
    /^rabta_turn_seconds_(sum|count)\{layer="(\w+)"\} (\S+)$/gm,
  )) {
    const one = layers[layer] ?? { sum: 0, count: 0 };
    layers[layer] = { ...one, [what === "sum" ? "sum" : "count"]: Number(value) };
  }
  return layers;
}
