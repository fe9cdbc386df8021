import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/**
 * Who may import whom: the longest matching folder counts, and an arrow that is not here does not exist. Packages stand
 * beside folders; what no line names may be used by everybody below (`*`).
 */
const arrows: Record<string, { folders: string[]; packages: string[] | "*" }> = {
  "api/contract": { folders: [], packages: ["zod", "libphonenumber-js"] },
  api: { folders: ["api/contract", "prisma"], packages: "*" },
  prisma: { folders: [], packages: "*" },
  conversations: {
    folders: ["api/contract"],
    packages: ["zod", "ioredis", "@fluent/bundle", "@fluent/syntax"],
  },
  bot: { folders: ["conversations", "api/contract"], packages: "*" },
};
/** Only these may be imported by one folder alone. */
const reserved: Record<string, string> = {
  grammy: "bot/channels/telegram",
  "whatsapp-web.js": "bot/channels/whatsapp-web",
  "@prisma/client": "prisma",
  pg: "prisma",
};
/** Where the parts are put together: the API is loaded only for the role that has the database. */
const composition = {
  files: ["bot/roles/api.ts", "bot/doctor/examine.ts", "bot/erase-command.ts"],
  target: "api/index.ts",
};

const files = Object.keys(arrows)
  .filter((folder) => !folder.includes("/"))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith(".ts") && !file.startsWith("prisma/generated/"));

const layerOf = (path: string): string | undefined =>
  Object.keys(arrows)
    .filter((layer) => path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(file, "utf8").matchAll(
      /^(?:import|export)\b[^;]*?from "([^"]+)"|\bimport\("([^"]+)"\)|^import "([^"]+)"/gm,
    ),
  ].map((found) => found[1] ?? found[2] ?? found[3] ?? "");

const packageOf = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

/** Why an import is not allowed, or undefined. */
function objection(file: string, imported: string): string | undefined {
  const layer = layerOf(file) ?? "";
  if (imported.startsWith("node:")) return undefined;
  if (!imported.startsWith(".")) {
    const name = packageOf(imported);
    const only = reserved[name];
    if (only && !file.startsWith(`${only}/`)) return `${name} belongs to ${only}`;
    const allowed = arrows[layer]?.packages;
    return allowed === "*" || allowed?.includes(name) ? undefined : `${layer} knows no ${name}`;
  }
  const target = normalize(join(dirname(file), imported));
  if (composition.files.includes(file) && target === composition.target) return undefined;
  const to = layerOf(target);
  return to === layer || arrows[layer]?.folders.includes(to ?? "")
    ? undefined
    : `${layer} must not look at ${to}`;
}

test.each(files)("%s makes its schemas once", (file) => {
  // To make one takes longer than to read something by it.
  const inFunctions = /^\s+.*\bz\s*\.\w+\(.*\)\s*\.(?:safeParse|parse)\(/gm;
  expect(readFileSync(file, "utf8").match(inFunctions) ?? []).toEqual([]);
});

describe("imports point one way", () => {
  test("there are files to look at", () => expect(files.length).toBeGreaterThan(50));

  test.each(files)("%s", (file) => {
    const objections = importsOf(file).flatMap((imported) => objection(file, imported) ?? []);
    expect(objections).toEqual([]);
  });

  test.each([
    ["conversations/flows/x.ts", "grammy", "grammy belongs to bot/channels/telegram"],
    ["conversations/flows/x.ts", "fastify", "conversations knows no fastify"],
    ["conversations/flows/x.ts", "../../bot/main.ts", "conversations must not look at bot"],
    ["api/routes/x.ts", "../../conversations/house.ts", "api must not look at conversations"],
    ["bot/channels/web/x.ts", "../../../prisma/database.ts", "bot must not look at prisma"],
    ["bot/x.ts", "../api/index.ts", "bot must not look at api"],
    ["api/contract/x.ts", "../routes/auth.ts", "api/contract must not look at api"],
  ])("the check itself refuses %s importing %s", (file, imported, reason) => {
    expect(objection(file, imported)).toBe(reason);
  });
});
