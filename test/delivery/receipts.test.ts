import { describe, expect, onTestFinished, test } from "vitest";
import { createApi } from "../../api/contract/client.ts";
import { createReceipts } from "../../bot/delivery/receipts.ts";

/** A university that takes receipts, or is away. */
function setup() {
  const told: { path: string; body: { receipts?: unknown[] } }[] = [];
  const failures: unknown[] = [];
  let away = false;
  const api = createApi(async ({ path, body }) => {
    if (away) throw new Error("away");
    told.push({ path, body: JSON.parse(String(body)) });
    return { status: 200, body: new TextEncoder().encode('{"done":true}') };
  }, "key");
  const receipts = createReceipts(
    () => api,
    (cause) => failures.push(cause),
  );
  onTestFinished(() => receipts.stop());
  return {
    receipts,
    told,
    failures,
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
});
