import { describe, expect, test } from "vitest";
import { createPauses } from "../../bot/delivery/pauses.ts";

const chat = (name: string, channel = "telegram") => ({ channel, chat: name });

/** Pauses by a clock that moves when somebody waits, and not by itself. */
function setup() {
  const clock = { now: 1_000_000 };
  const waited: number[] = [];
  const pauses = createPauses(
    () => clock.now,
    async (ms) => {
      waited.push(ms);
      clock.now += ms;
    },
  );
  return { pauses, clock, waited };
}

describe("pauses", () => {
  test("nobody is paused to begin with, and nobody waits", async () => {
    const { pauses, waited } = setup();
    expect(pauses.isPaused(chat("a"))).toBe(false);
    await pauses.over(chat("a"));
    expect(waited).toEqual([]);
  });

  test("of a chat hold that chat alone", () => {
    const { pauses } = setup();
    pauses.pause(chat("a"), { ms: 500, scope: "chat" });
    const addresses = [chat("a"), chat("b"), chat("a", "web")];
    expect(addresses.map(pauses.isPaused)).toEqual([true, false, false]);
  });

  test("of a channel hold all of its chats, and no other channel's", () => {
    const { pauses } = setup();
    pauses.pause(chat("a"), { ms: 500, scope: "channel" });
    const addresses = [chat("a"), chat("b"), chat("a", "web")];
    expect(addresses.map(pauses.isPaused)).toEqual([true, true, false]);
  });

  test("are over at their end, and the longest counts", async () => {
    const { pauses, clock, waited } = setup();
    pauses.pause(chat("a"), { ms: 500, scope: "chat" });
    pauses.pause(chat("a"), { ms: 300, scope: "chat" });
    pauses.pause(chat("b"), { ms: 400, scope: "channel" });
    clock.now += 499;
    expect(pauses.isPaused(chat("a"))).toBe(true);
    await pauses.over(chat("a"));
    expect(waited).toEqual([1]);
    expect(pauses.isPaused(chat("a"))).toBe(false);
  });

  test("that grow while somebody waits are waited for", async () => {
    const { pauses, waited } = setup();
    pauses.pause(chat("a"), { ms: 500, scope: "chat" });
    const over = pauses.over(chat("a"));
    pauses.pause(chat("a"), { ms: 700, scope: "chat" });
    await over;
    expect(waited).toEqual([500, 700]);
  });

  test("are given up by whoever waits, and by all when the program stops", async () => {
    const pauses = createPauses();
    for (const name of ["a", "b"]) pauses.pause(chat(name), { ms: 3_600_000, scope: "chat" });
    const one = new AbortController();
    const waiting = [
      pauses.over(chat("a"), one.signal),
      pauses.over(chat("b"), new AbortController().signal),
    ];
    one.abort();
    await expect(waiting[0]).rejects.toThrow();
    await expect(pauses.over(chat("c"), one.signal)).rejects.toThrow();
    pauses.stop();
    await expect(waiting[1]).rejects.toThrow();
    await expect(pauses.over(chat("c"))).rejects.toThrow();
    // Whoever asks before each message is not told to go on.
    expect(pauses.isPaused(chat("c"))).toBe(true);
  });
});
