import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kinds } from "../../api/import/kinds/index.ts";

const guide = readFileSync("docs/import.md", "utf8");

test.each(kinds.map((kind) => [kind.name, kind] as const))(
  "the guide lists every heading of %s",
  (name, { columns }) => {
    const section = guide.split(`### ${name}\n`)[1]?.split("### ")[0] ?? "";
    for (const { headings, needed } of Object.values(columns)) {
      const [first, ...others] = headings;
      expect(section).toContain(`| ${first} | ${others.join(", ")} | ${needed ? "needed |" : ""}`);
    }
  },
);
