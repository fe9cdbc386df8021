import { describe, expect, onTestFinished, test } from "vitest";
import { createApi } from "../../api/contract/client.ts";
import { deliveries } from "../../api/contract/deliveries.ts";
import { createReceipts } from "../../bot/delivery/receipts.ts";

/** A university that takes receipts, as its contract has them, or is away. */
function setup() {
  const told: { path: string; body: { receipts?: unknown[]; reachable?: boolean } }[] = [];
  const failures: string[] = [];
  let away = false;
  /** What it is asked before it answers. */
  const university = { thinks: async (): Promise<void> => {}, isIll: false };
  const answer = (status: number, body: object) => ({
    status,
    body: new TextEncoder().encode(JSON.stringify(body)),
  });
  const api = createApi(async ({ path, body }) => {
    if (away) throw new Error("away");
    await university.thinks();
    if (university.isIll) return answer(500, { code: "internal-error" });
    const given = JSON.parse(String(body));
    const route = path.endsWith("/receipts") ? deliveries.reportReceipts : deliveries.reportReachable;
    if (!route.body.safeParse(given).success) return answer(400, { code: "validation-failed" });
    told.push({ path, body: given });
    return answer(200, { done: true });
  }, "key");
  const receipts = createReceipts(() => api, { warn: (_, message) => void failures.push(message) });
  onTestFinished(() => receipts.stop());
  return {
    receipts,
    told,
    failures,
    university,
    goAway: (is: boolean) => {
      away = is;
    },
  };
}
const receipt = (messengerId: string) => ({ channel: "telegram", messengerId, state: "delivered" as const });

describe("receipts", () => {
  test("are told in batches, in their order, at the latest when the program stops", async () => {
    const { receipts, told } = setup();
    for (let at = 0; at < 250; at++) receipts.receipt(receipt(`${at}`));
    receipts.reachable({ channel: "telegram", chat: "42" }, false);
    receipts.reachable({ channel: "telegram", chat: "42" }, true);
    await receipts.stop();
    const batches = told
      .filter(({ path }) => path.endsWith("/receipts"))
      .map(({ body }) => body.receipts ?? []);
    expect(batches.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(batches.flat()).toEqual(Array.from({ length: 250 }, (_, at) => receipt(`${at}`)));
    expect(told.filter(({ path }) => path.endsWith("/reachable")).map(({ body }) => body)).toEqual([
      { channel: "telegram", chat: "42", reachable: true },
    ]);
  });

  test("wait while the university is away, and no more of them than fit", async () => {
    const { receipts, told, failures, goAway } = setup();
    goAway(true);
    for (let at = 0; at < 10_050; at++) receipts.receipt(receipt(`${at}`));
    await receipts.stop();
    expect(failures.length).toBeGreaterThan(0);
    goAway(false);
    await receipts.stop();
    const heard = told.flatMap(({ body }) => body.receipts ?? []);
    expect([heard.length, heard[0]]).toEqual([10_000, receipt("50")]);
  });

  test("wait while something is wrong with the university", async () => {
    const { receipts, told, university } = setup();
    for (const id of ["1", "2"]) receipts.receipt(receipt(id));
    university.isIll = true;
    await receipts.stop();
    university.isIll = false;
    await receipts.stop();
    expect(told.map(({ body }) => body.receipts)).toEqual([[receipt("1"), receipt("2")]]);
  });

  test("of somebody who comes back while it is told that they are gone say so in the end", async () => {
    const { receipts, told, university } = setup();
    const address = { channel: "telegram", chat: "42" };
    receipts.reachable(address, false);
    university.thinks = async () => {
      university.thinks = async () => {};
      receipts.reachable(address, true);
    };
    await receipts.stop();
    await receipts.stop();
    expect(told.map(({ body }) => body.reachable)).toEqual([false, true]);
  });

  test("say why as far as there is room for it", async () => {
    const { receipts, told } = setup();
    const failed = { channel: "telegram", messengerId: "1", state: "failed" as const };
    receipts.receipt({ ...failed, reason: "x".repeat(501) });
    await receipts.stop();
    expect(told.map(({ body }) => body.receipts)).toEqual([[{ ...failed, reason: "x".repeat(500) }]]);
  });

  test("that the university does not take are left out, and hold up no others", async () => {
    const { receipts, told, failures } = setup();
    for (const id of ["1", "x".repeat(257), "2"]) receipts.receipt(receipt(id));
    receipts.reachable({ channel: "telegram", chat: "" }, false);
    receipts.reachable({ channel: "telegram", chat: "42" }, false);
    await receipts.stop();
    expect(told.flatMap(({ body }) => body.receipts ?? [])).toEqual([receipt("1"), receipt("2")]);
    expect(told.at(-1)?.body).toEqual({ channel: "telegram", chat: "42", reachable: false });
    expect(failures).toHaveLength(2);
    await receipts.stop();
    expect(failures).toHaveLength(2);
  });
});
