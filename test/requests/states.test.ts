import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { requestStates } from "../../api/contract/requests.ts";
import { diagram, isOpen, moved, openStates, ways } from "../../api/rules/request-states.ts";

describe("the life of a request", () => {
  test("is drawn in docs/requests.md as it is", () => {
    expect(readFileSync("docs/requests.md", "utf8")).toContain(`\`\`\`mermaid\n${diagram()}\n\`\`\``);
  });

  test("is open in three states", () => {
    expect(openStates).toEqual(["pending", "in_review", "document_needed"]);
    expect(requestStates.filter(isOpen)).toEqual(openStates);
  });

  test("has one way for who does what, and every state is reached", () => {
    const keys = ways.map(({ from, by, action }) => `${from} ${by} ${action}`);
    expect(new Set(keys).size).toBe(keys.length);
    const reached = new Set<string>(["pending", ...ways.map(({ to }) => to)]);
    expect([...reached].sort()).toEqual([...requestStates].sort());
  });

  test.each([
    ["pending", "student", "approve"],
    ["pending", "staff", "approve"],
    ["in_review", "student", "approve"],
    ["in_review", "staff", "withdraw"],
    ["approved", "student", "withdraw"],
    ["approved", "staff", "reopen"],
    ["withdrawn", "staff", "reopen"],
    ["closed", "student", "answer"],
  ] as const)("from %s no %s may %s", (from, by, action) => {
    expect(moved(from, by, action)).toBeUndefined();
  });
});
