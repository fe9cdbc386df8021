import { describe, expect, test, vi } from "vitest";
import { createIntake } from "../../bot/channels/whatsapp-web/intake.ts";

const chat = "923001234567@c.us";

/** An intake whose house is away until a test says otherwise; the waits between two tries end as the test lets them. */
function setup() {
  const house = { isAway: true, heard: [] as string[] };
  const safe: string[] = [];
  const waits: number[] = [];
  const waiting: (() => void)[] = [];
  const intake = createIntake({
    safe: (one) => void safe.push(one),
    log: { warn: () => {} },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        waits.push(ms);
        waiting.push(resolve);
        signal.addEventListener("abort", () => resolve());
      }),
  });
  const says = (message: string, from = chat) =>
    intake.take(from, message, async () => {
      if (house.isAway) throw new Error("Redis is away");
      house.heard.push(message);
    });
  const tryAgain = async () => {
    await vi.waitFor(() => expect(waiting).not.toEqual([]));
    for (const go of waiting.splice(0)) go();
  };
  const comesBack = async () => {
    await vi.waitFor(() => expect(waiting).not.toEqual([]));
    house.isAway = false;
    await tryAgain();
    await vi.waitFor(() => expect(safe).not.toEqual([]));
  };
  return { intake, house, safe, waits, says, tryAgain, comesBack };
}

describe("what is written while the house is away", () => {
  test("is heard when it is back, in its order, and marked as read only then", async () => {
    const { house, safe, says, tryAgain, comesBack } = setup();
    says("one");
    says("two");
    await tryAgain();
    expect([house.heard, safe]).toEqual([[], []]);
    await comesBack();
    expect(house.heard).toEqual(["one", "two"]);
    // Once, when nothing of the chat is open.
    expect(safe).toEqual([chat]);
  });

  test("is tried again after growing waits", async () => {
    const { waits, says, tryAgain } = setup();
    says("one");
    for (let times = 0; times < 5; times++) await tryAgain();
    await vi.waitFor(() => expect(waits).toHaveLength(6));
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  test("is in hand once, though a browser that was begun anew tells it again", async () => {
    const { house, says, comesBack } = setup();
    says("one");
    says("one");
    await comesBack();
    expect(house.heard).toEqual(["one"]);
  });

  test("holds up nobody else", async () => {
    const { intake, safe, says } = setup();
    says("one");
    intake.take("923007654321@c.us", "two", async () => {});
    await vi.waitFor(() => expect(safe).toEqual(["923007654321@c.us"]));
  });

  test("stays unread when the process stops", async () => {
    const { intake, house, safe, says } = setup();
    says("one");
    says("two");
    await intake.stop();
    expect([house.heard, safe]).toEqual([[], []]);
  });
});
