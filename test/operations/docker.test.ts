import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { variables } from "../../bot/config.ts";

const lines = (file: string) => readFileSync(file, "utf8").split("\n");

test("the image installs with what npm's scripts read: no browser is downloaded", () => {
  const steps = lines("Dockerfile");
  const install = steps.findIndex((step) => step.startsWith("RUN npm install"));
  const copied = steps
    .slice(0, install)
    .filter((step) => step.startsWith("COPY "))
    .flatMap((step) => step.split(" ").slice(1, -1));
  expect(copied).toEqual(expect.arrayContaining(["package.json", "package-lock.json", ".puppeteerrc.cjs"]));
  expect(copied.filter((file) => !existsSync(file))).toEqual([]);
});

test("the image holds nothing of the machine that it is made on: no secrets, records or packages", () => {
  expect(lines(".dockerignore")).toEqual(
    expect.arrayContaining([".env", ".rabta", "node_modules", "prisma/generated"]),
  );
});

test("compose.yaml sets only variables that there are", () => {
  const set = lines("compose.yaml").flatMap((line) => /^ {6}([A-Z][A-Z_]+):/.exec(line)?.[1] ?? []);
  const ofPostgres = ["POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD"];
  expect(set.filter((name) => !variables.includes(name) && !ofPostgres.includes(name))).toEqual([]);
  expect(set).toContain("DATA_DIR");
});
