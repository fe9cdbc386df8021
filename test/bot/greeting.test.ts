import { describe, expect, test } from "vitest";
import { readConfig } from "../../bot/config.ts";
import { greeting } from "../../bot/greeting.ts";

const url = "http://127.0.0.1:3000";
const apart = { API_KEY: "a-secret-of-ours", API_URL: url, REDIS_URL: "redis://127.0.0.1:6379" };

describe("what the operator reads when the program is ready", () => {
  test.each([
    ["api,bot,worker", ["/chat", "/desk", "/docs"]],
    ["bot,worker", ["/chat", "/desk"]],
    ["api", ["/docs"]],
    ["worker", []],
  ])("names the addresses that ROLES=%s serves, and no other", (ROLES, paths) => {
    const { has } = readConfig({ ...apart, ROLES });
    const said = greeting({ url, demo: false, troubles: [] }, has);
    expect(said.match(/http\S+/g)).toEqual([...paths, ""].map((path) => `${url}${path}`));
    expect(said).toMatch(/^Rabta is ready at \S+\n$/m);
    expect(said).not.toContain("demo");
  });

  test("says which messenger is not there yet, before it says that it is ready", () => {
    const said = greeting({ url, demo: false, troubles: ["Telegram is away."] }, () => true);
    expect(said).toMatch(/\/docs\nTelegram is away\.\nRabta is ready at \S+\n$/);
  });

  test("names who can log in to the demo", () => {
    const said = greeting({ url, demo: true, troubles: [] }, () => true);
    for (const [who, password] of [
      ["22P-123456", "demo-pass-1"],
      ["23B-654321", "demo-pass-2"],
      ["desk@rabta.example", "demo-desk-1"],
      ["supervisor@rabta.example", "demo-desk-2"],
    ])
      expect(said).toMatch(new RegExp(`${who}.*${password}`));
  });
});
