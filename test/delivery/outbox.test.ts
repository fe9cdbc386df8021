import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { type Channel, DeliveryFailure } from "../../bot/channels/channel.ts";
import { createOutbox } from "../../bot/delivery/outbox.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { memoryStore } from "../../conversations/engine/stores/memory-store.ts";
import type { Entry, SessionStore } from "../../conversations/engine/stores/store.ts";

const entry = (sequence: number): Entry => ({ sequence, message: { kind: "text", text: `${sequence}` } });

/** A messenger that takes what it is sent, or fails as a test tells it to. */
function setup() {
  const sent: string[] = [];
  const waited: number[] = [];
  const told: string[] = [];
  const failures: Error[] = [];
  const clock = { now: 1_000 };
  /** The messenger answers nothing before this. */
  const messenger = { busy: Promise.resolve() };
  /** What happens while it makes us wait. */
  const pause = { meanwhile: async (): Promise<unknown> => undefined };
  const channel: Channel = {
    name: "test",
    can: {
      choices: "buttons",
      textLength: 100,
      captionLength: 100,
      choiceCount: 10,
      deletesReceived: true,
      sharesContact: false,
    },
    fetchFile: async () => new Uint8Array(),
    start: async () => {},
    stop: async () => {},
    async send(chat, message) {
      await messenger.busy;
      const failure = failures.shift();
      if (failure) throw failure;
      if (message.kind === "text") sent.push(`${chat}:${message.text}`);
      return `id of ${sent.length}`;
    },
  };
  const store = memoryStore();
  const sender = (id = "me") => ({ id, now: clock.now, lease: 10_000 });
  const pauses = createPauses(
    () => clock.now,
    async (ms) => {
      waited.push(ms);
      clock.now += ms;
      await pause.meanwhile();
    },
  );
  const log = {
    warn: (_: unknown, message: string) => void told.push(message),
    error: (_: unknown, message: string) => void told.push(message),
  };
  const heard: unknown[] = [];
  const receipts = {
    receipt: (receipt: object) => void heard.push(receipt),
    reachable: ({ chat }: { chat: string }, is: boolean) => void heard.push([chat, is]),
  };
  const channels = new Map([["test", channel]]);
  const outbox = createOutbox({ channels, store, sender, pauses, receipts, log });
  let version = 0;
  /** Commits messages to a chat as a turn would, and hands over what came of it. */
  async function turn(chat: string, sequences: number[], by = "me", entryOf = entry) {
    const address = { channel: "test", chat };
    const loaded = await store.load(address);
    version = loaded.version;
    const commit = { version, state: "", entries: sequences.map(entryOf), deadline: undefined };
    const committed = await store.commit(address, commit, sender(by));
    if (committed.kind === "committed" && by === "me") outbox.owe(address, committed.entries);
  }
  return { sent, waited, told, heard, failures, clock, messenger, pause, store, sender, outbox, turn };
}

describe("the outbox", () => {
  test("sends a chat's messages in order, and then owes nothing", async () => {
    const { outbox, turn, sent, store, sender, clock } = setup();
    await turn("a", [1, 2]);
    await turn("a", [3]);
    await outbox.idle();
    expect(sent).toEqual(["a:1", "a:2", "a:3"]);
    clock.now += 1e6;
    expect(await store.takeOver(10, sender("other"))).toEqual([]);
  });

  test("acknowledges what does no harm twice with what comes after it, in one go", async () => {
    const { outbox, turn, store } = setup();
    const acknowledged: number[][] = [];
    const { acknowledge } = store;
    store.acknowledge = (address, sequences, sender) => {
      acknowledged.push(sequences);
      return acknowledge(address, sequences, sender);
    };
    const kinds: Entry["message"][] = [
      { kind: "language", language: "ur" },
      { kind: "delete", messageId: "7" },
      { kind: "text", text: "one" },
      { kind: "text", text: "two" },
      { kind: "delete", messageId: "8" },
    ];
    await turn("a", [1, 2, 3, 4, 5], "me", (sequence) => ({ sequence, message: kinds[sequence - 1]! }));
    await outbox.idle();
    expect(acknowledged).toEqual([[1, 2, 3], [4], [5]]);
  });

  test("keeps the chat its own while the messenger is slow, and lets the timer go afterwards", async () => {
    vi.useFakeTimers();
    try {
      const { outbox, turn, sent, store, messenger } = setup();
      const renewed: string[] = [];
      store.renew = async ({ chat }) => {
        renewed.push(chat);
        throw new Error("the store is away for a moment");
      };
      const { promise, resolve } = Promise.withResolvers<void>();
      messenger.busy = promise;
      await turn("a", [1]);
      await vi.advanceTimersByTimeAsync(3_000);
      // Its lease is fresh when those of others are renewed.
      await turn("b", [1]);
      await vi.advanceTimersByTimeAsync(7_000);
      expect(renewed.toSorted()).toEqual(["a", "a", "a", "b", "b"]);
      expect(outbox.inHand()).toEqual({ messages: 2, oldest: 10_000 });
      resolve();
      await outbox.idle();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(renewed).toHaveLength(5);
      expect(outbox.inHand()).toEqual({ messages: 0, oldest: 0 });
      expect(sent).toEqual(["a:1", "b:1"]);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test("says how far a message got that the university waits to hear of, and who is gone", async () => {
    const { outbox, turn, heard, failures } = setup();
    const source = { path: "/slip.pdf", name: "slip.pdf", type: "application/pdf" } as const;
    const telling = (sequence: number): Entry => {
      const tells = `delivery ${sequence}`;
      const news = { kind: "text", text: "news", tells } as const;
      return { sequence, message: sequence === 1 ? { kind: "document", source, caption: "", tells } : news };
    };
    await turn("b", [1]);
    await turn("a", [1], "me", telling);
    await outbox.idle();
    failures.push(new DeliveryFailure("refused", "too odd"), new DeliveryFailure("blocked", "403"));
    await turn("a", [2, 3], "me", telling);
    await outbox.idle();
    const channel = "test";
    expect(heard).toEqual([
      { delivery: "delivery 1", channel, state: "sent", messengerId: "id of 1" },
      { delivery: "delivery 2", channel, state: "failed", reason: "too odd" },
      { delivery: "delivery 3", channel, state: "failed", reason: "403" },
      ["a", false],
    ]);
  });

  test("sends what another process committed while this one was sending", async () => {
    const { outbox, turn, sent, messenger } = setup();
    const { promise, resolve } = Promise.withResolvers<void>();
    messenger.busy = promise;
    await turn("a", [1]);
    await turn("a", [2], "another process");
    resolve();
    await outbox.idle();
    expect(sent).toEqual(["a:1", "a:2"]);
  });

  test("sends what was committed while it said what had been sent", async () => {
    const { outbox, turn, sent, store } = setup();
    const { acknowledge } = store;
    store.acknowledge = async (...what) => {
      const owed = await acknowledge(...what);
      store.acknowledge = acknowledge;
      await turn("a", [2]);
      return owed;
    };
    await turn("a", [1]);
    await outbox.idle();
    expect(sent).toEqual(["a:1", "a:2"]);
  });

  /** The store takes no acknowledgement so many times. */
  function deaf(store: SessionStore, times: number) {
    const { acknowledge } = store;
    let asked = 0;
    store.acknowledge = async (...what) => {
      if (asked++ < times) throw new Error("the store is away");
      return acknowledge(...what);
    };
    return () => asked;
  }

  test("insists on saying what was sent, which does not go again", async () => {
    const { outbox, turn, sent, waited, store, sender, clock } = setup();
    deaf(store, 4);
    await turn("a", [1]);
    await outbox.idle();
    expect(sent).toEqual(["a:1"]);
    expect(waited).toEqual([500, 1_000, 1_000, 1_000]);
    clock.now += 1e6;
    expect(await store.takeOver(10, sender("other"))).toEqual([]);
  });

  test("gives up what nobody hears after half a minute, and says so", async () => {
    const { outbox, turn, sent, waited, told, store } = setup();
    const asked = deaf(store, 1_000);
    await turn("a", [1, 2]);
    await outbox.idle();
    expect(sent).toEqual(["a:1"]);
    expect(asked()).toBe(31);
    expect(waited.reduce((sum, ms) => sum + ms, 0)).toBe(29_500);
    expect(told).toEqual(["delivery of a chat stopped; it will be taken over"]);
  });

  test("waits as long as the messenger asks, and repeats the message", async () => {
    const { outbox, turn, sent, waited, failures } = setup();
    failures.push(new DeliveryFailure("slow-down", "429", { retryAfter: 7 }));
    await turn("a", [1, 2]);
    await outbox.idle();
    expect(sent).toEqual(["a:1", "a:2"]);
    expect(waited).toEqual([7_000]);
  });

  /** A process whose lease ran out in the middle of the first of three messages, which goes on when it is resolved. */
  async function stoodStill() {
    const own = setup();
    const { promise, resolve } = Promise.withResolvers<void>();
    own.messenger.busy = promise;
    await own.turn("a", [1, 2, 3]);
    own.clock.now += 10_000;
    return { ...own, address: { channel: "test", chat: "a" }, resolve };
  }

  test("a process that stood still while another sent repeats at most what it had in flight", async () => {
    const { outbox, sent, store, sender, address, resolve } = await stoodStill();
    expect(await store.takeOver(10, sender("another"))).toMatchObject([{ entries: [{}, {}, {}] }]);
    resolve();
    await outbox.idle();
    expect(sent).toEqual(["a:1"]);
    // The other one is still at it, and what is owed is its.
    expect(await store.acknowledge(address, [], sender("another"))).toEqual([entry(2), entry(3)]);
  });

  test("what another sent meanwhile does not go again with what came after it", async () => {
    const { outbox, turn, sent, store, sender, address, resolve } = await stoodStill();
    await store.takeOver(10, sender("another"));
    await store.acknowledge(address, [1, 2, 3], sender("another"));
    await turn("a", [4]);
    resolve();
    await outbox.idle();
    expect(sent).toEqual(["a:1", "a:4"]);
  });

  test("what waited for the messenger is not sent where another process has the chat by then", async () => {
    const { outbox, turn, sent, told, failures, pause, store, sender } = setup();
    failures.push(new DeliveryFailure("slow-down", "429", { retryAfter: 10 }));
    pause.meanwhile = () => store.takeOver(10, sender("another"));
    await turn("a", [1, 2]);
    await outbox.idle();
    expect(sent).toEqual([]);
    expect(told.at(-1)).toBe("delivery of a chat stopped; it will be taken over");
  });

  test("a pause of the whole channel holds other chats as well", async () => {
    const { outbox, turn, sent, waited, failures } = setup();
    failures.push(new DeliveryFailure("slow-down", "429", { retryAfter: 3, scope: "channel" }));
    await turn("a", [1]);
    await turn("b", [1]);
    await outbox.idle();
    expect(sent.toSorted()).toEqual(["a:1", "b:1"]);
    expect(waited[0]).toBe(3_000);
  });

  test("a messenger that does not answer is asked again after growing pauses", async () => {
    const { outbox, turn, sent, waited, failures } = setup();
    failures.push(...Array.from({ length: 8 }, () => new DeliveryFailure("unreachable", "reset")));
    await turn("a", [1]);
    await outbox.idle();
    expect(sent).toEqual(["a:1"]);
    expect(waited).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
  });

  test("a message that is refused is left out, and said so; the next one goes", async () => {
    const { outbox, turn, sent, told, failures } = setup();
    failures.push(new DeliveryFailure("refused", "400"));
    await turn("a", [1, 2]);
    await outbox.idle();
    expect(sent).toEqual(["a:2"]);
    expect(told).toEqual(["the messenger refused a message; it is left out"]);
  });

  test("a chat that blocked us is sent nothing more of what it was owed", async () => {
    const { outbox, turn, sent, failures, store, sender, clock } = setup();
    failures.push(new DeliveryFailure("blocked", "403"));
    await turn("a", [1, 2, 3]);
    await outbox.idle();
    expect(sent).toEqual([]);
    clock.now += 1e6;
    expect(await store.takeOver(10, sender("other"))).toEqual([]);
  });

  test("a fault of our own stops the chat, and what is left is taken over", async () => {
    const { outbox, turn, told, store, sender, clock } = setup();
    const address = { channel: "gone", chat: randomUUID() };
    const commit = { version: 0, state: "", entries: [entry(1)], deadline: undefined };
    const committed = await store.commit(address, commit, sender());
    if (committed.kind === "committed") outbox.owe(address, committed.entries);
    await turn("a", [1]);
    await outbox.idle();
    expect(told).toEqual(["delivery of a chat stopped; it will be taken over"]);
    clock.now += 10_000;
    expect(await store.takeOver(10, sender("other"))).toEqual([{ address, entries: [entry(1)] }]);
  });

  test("so does a fault in how a message is shown, which is not said to have been sent", async () => {
    const { outbox, turn, sent, told, failures, store, sender, clock } = setup();
    failures.push(new TypeError("a bug"));
    await turn("a", [1]);
    await outbox.idle();
    expect([sent, told]).toEqual([[], ["delivery of a chat stopped; it will be taken over"]]);
    clock.now += 10_000;
    expect(await store.takeOver(10, sender("other"))).toMatchObject([{ entries: [entry(1)] }]);
  });

  test("stopping waits until every chat is given back that can be", async () => {
    const { outbox, turn, messenger, store, sender } = setup();
    messenger.busy = new Promise(() => {});
    await turn("a", [1]);
    await turn("b", [1]);
    const { release } = store;
    store.release = async (address, by) => {
      if (address.chat === "a") throw new Error("the store is away");
      await new Promise(setImmediate);
      await release(address, by);
    };
    await outbox.stop();
    expect(await store.takeOver(10, sender("another"))).toMatchObject([{ address: { chat: "b" } }]);
  });

  test("stopping does not wait for a messenger that makes us wait", async () => {
    const { store, sender, told } = setup();
    const pauses = createPauses();
    const channel: Channel = {
      name: "test",
      can: {
        choices: "buttons",
        textLength: 1,
        captionLength: 1,
        choiceCount: 1,
        deletesReceived: true,
        sharesContact: false,
      },
      fetchFile: async () => new Uint8Array(),
      start: async () => {},
      stop: async () => {},
      send: async () => {
        throw new DeliveryFailure("slow-down", "429", { retryAfter: 3_600 });
      },
    };
    const log = { warn: (_: unknown, message: string) => void told.push(message), error: () => {} };
    const outbox = createOutbox({ channels: new Map([["test", channel]]), store, sender, pauses, log });
    const address = { channel: "test", chat: "a" };
    await store.commit(
      address,
      { version: 0, state: "", entries: [entry(1)], deadline: undefined },
      sender(),
    );
    outbox.owe(address, [entry(1)]);
    await outbox.stop();
    await outbox.idle();
    expect(told).toContain("delivery of a chat stopped; it will be taken over");
    // Another process has it at once, not when our lease has run out.
    expect(await store.takeOver(10, { ...sender(), id: "another" })).toEqual([
      { address, entries: [entry(1)] },
    ]);
  });
});
