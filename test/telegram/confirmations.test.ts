import { describe, expect, it } from "vitest";
import { Confirmations } from "../../bot/channels/telegram/confirmations.ts";

describe("what may be confirmed to Telegram", () => {
  it("nothing before anything came", () => {
    expect(new Confirmations().offset).toBeUndefined();
  });

  it("everything before the oldest update that is not safe", () => {
    const confirmations = new Confirmations();
    for (const id of [12, 10, 11]) confirmations.take(id, `${id}`, 0);
    expect(confirmations.offset).toBe(10);
    confirmations.safe(11);
    expect(confirmations.offset).toBe(10);
    confirmations.safe(10);
    expect(confirmations.offset).toBe(12);
    confirmations.safe(12);
    expect(confirmations.offset).toBe(13);
  });

  it("what needs nothing, but not what comes before it", () => {
    const confirmations = new Confirmations();
    confirmations.take(10, "a", 0);
    confirmations.pass(11);
    expect(confirmations.offset).toBe(10);
    confirmations.safe(10);
    expect(confirmations.offset).toBe(12);
  });

  it("what chats that fail have in hand, where they would hold up all others", () => {
    const confirmations = new Confirmations();
    confirmations.take(10, "a", 0);
    confirmations.take(11, "b", 0);
    confirmations.take(12, "a", 0);
    confirmations.release(new Set(["a"]));
    expect(confirmations.offset).toBe(11);
    expect(confirmations.knows(10)).toBe(true);
  });

  it("which chats have had something in hand for long", () => {
    const confirmations = new Confirmations();
    confirmations.take(10, "a", 1_000);
    confirmations.take(11, "b", 2_000);
    confirmations.take(12, "c", 2_001);
    confirmations.safe(10);
    expect(confirmations.since(2_000)).toEqual(new Set(["b"]));
  });

  it("whose updates are not safe yet, confirmed or not", () => {
    const confirmations = new Confirmations();
    confirmations.take(10, "a", 0);
    confirmations.take(11, "b", 0);
    confirmations.release(new Set(["a"]));
    expect(confirmations.chats).toEqual(new Set(["a", "b"]));
    confirmations.safe(10);
    expect(confirmations.chats).toEqual(new Set(["b"]));
  });

  it("an update is known until Telegram has been told that it is safe", () => {
    const confirmations = new Confirmations();
    confirmations.take(10, "a", 0);
    confirmations.safe(10);
    expect(confirmations.knows(10)).toBe(true);
    confirmations.confirmed(11);
    expect(confirmations.knows(10)).toBe(false);
    // Telegram may begin again with any number after a week: nothing stands in its way.
    expect(confirmations.offset).toBeUndefined();
  });

  it("says when everything in hand is safe", async () => {
    const confirmations = new Confirmations();
    await confirmations.settled();
    confirmations.take(10, "a", 0);
    confirmations.take(11, "a", 0);
    const order: string[] = [];
    const settled = confirmations.settled().then(() => order.push("settled"));
    confirmations.safe(10);
    await Promise.resolve();
    order.push("one is safe");
    confirmations.safe(11);
    await settled;
    expect(order).toEqual(["one is safe", "settled"]);
  });
});
