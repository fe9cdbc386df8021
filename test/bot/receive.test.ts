import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Channel } from "../../bot/channels/channel.ts";
import { receiveFrom } from "../../bot/receive.ts";
import type { Engine } from "../../conversations/engine/engine.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A channel on which turns take as long as is said. */
function slow() {
  const shown: string[] = [];
  const channel = { working: async (chat: string) => void shown.push(chat) } as Partial<Channel> as Channel;
  const engine: Engine = {
    receive: ({ id }) =>
      new Promise((done, failed) => setTimeout(() => (id === "fails" ? failed(id) : done()), lasts)),
  };
  let lasts = 0;
  const receive = receiveFrom(channel, engine);
  const says = (chat: string, ms: number, id = chat) => {
    lasts = ms;
    return receive({ id, address: { channel: "test", chat }, content: { kind: "text", text: "x" } });
  };
  return { shown, says };
}

test("whoever waits noticeably long is shown once that something is happening", async () => {
  const { shown, says } = slow();
  const all = Promise.all([
    says("quick", 399),
    says("slow", 2_000),
    says("slower", 3_000),
    says("quick too", 10),
  ]);
  await vi.advanceTimersByTimeAsync(400);
  expect(shown).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(shown.toSorted()).toEqual(["slow", "slower"]);
  await vi.advanceTimersByTimeAsync(2_500);
  await all;
  expect(shown).toHaveLength(2);
});

test("who waits while others come and go is not forgotten, and nobody is shown for another", async () => {
  const { shown, says } = slow();
  const waits = says("waits", 1_000);
  const others: Promise<void>[] = [];
  for (let at = 0; at < 20; at++) {
    others.push(says(`other ${at}`, 30 + 7 * (at % 5)));
    await vi.advanceTimersByTimeAsync(45);
  }
  await vi.advanceTimersByTimeAsync(200);
  await Promise.all([waits, ...others]);
  expect(shown).toEqual(["waits"]);
});

test("a turn that fails waits no more, and where nobody does, nothing is looked at", async () => {
  const { shown, says } = slow();
  const failed = expect(says("a", 200, "fails")).rejects.toBe("fails");
  await vi.advanceTimersByTimeAsync(2_000);
  await failed;
  expect(shown).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
  const again = says("b", 600);
  await vi.advanceTimersByTimeAsync(600);
  await again;
  expect(shown).toEqual(["b"]);
});
