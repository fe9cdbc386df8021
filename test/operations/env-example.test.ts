import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig, variables } from "../../bot/config.ts";

const lines = readFileSync(".env.example", "utf8").split("\n");
const shown = lines.flatMap((line) => /^#([A-Z][A-Z0-9_]*)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
const names = shown.filter((_, at) => at % 2 === 0);

test("every variable of the configuration is explained, and no other", () => {
  expect(names.toSorted()).toEqual(variables.toSorted());
});

test("every example is a right value", () => {
  const values = Object.fromEntries(
    names.map((name, at) => [name, (shown[at * 2 + 1] ?? "").replace(/\s+#.*$/, "").trim()]),
  );
  expect(() => readConfig({ ...values, ...cloud, API_KEY: "a-secret-of-ones-own" })).not.toThrow();
});

/** Secrets have no example. */
const cloud = {
  ...{ WHATSAPP_CLOUD_TOKEN: "t", WHATSAPP_CLOUD_APP_SECRET: "s", WHATSAPP_CLOUD_VERIFY_TOKEN: "v" },
};

test("docs/operations.md names every variable and every alert", () => {
  const guide = readFileSync("docs/operations.md", "utf8");
  expect(variables.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  const alerts = readFileSync("docs/monitoring/alerts.yml", "utf8").matchAll(/alert: (\w+)/g);
  expect([...alerts].map(([, name]) => name ?? "").filter((name) => !guide.includes(`**${name}**`))).toEqual(
    [],
  );
});

const guides = ["README.md", ...globSync("docs/*.md")].map(
  (file) => [file, readFileSync(file, "utf8")] as const,
);

/** What other programs read, what commands for developers do, and what PostgreSQL calls its own. */
const ofOthers =
  /^(?:POSTGRES_PASSWORD|STAFF_(?:EMAIL|PASSWORD)|OTEL_\w+|(?:BENCH|FUZZ)_\w+|REQUIRE_SERVICES|ADMIN_URL|RESTORED_URL)$/;

test.each(guides)("%s names no variable and no command that does not exist", (_, guide) => {
  const named = [...guide.matchAll(/(?<=[`$]|"\$)[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9](?=[`="/])/g)].map(String);
  expect(named.filter((name) => !variables.includes(name) && !ofOthers.test(name))).toEqual([]);
  const scripts = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts);
  const called = [...guide.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = ""]) => name);
  expect(called.filter((name) => !scripts.includes(name))).toEqual([]);
});
