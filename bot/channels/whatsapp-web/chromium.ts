import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * Where this machine has Chromium.
 * @param path CHROMIUM_PATH, which comes before whatever is on the PATH
 * @returns undefined where it has none
 */
export function findChromium(path: string | undefined, environment = process.env): string | undefined {
  const folders = (environment.PATH ?? "").split(delimiter);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [path, ...(path ? [] : places)].find((place) => place && isExecutable(place));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
