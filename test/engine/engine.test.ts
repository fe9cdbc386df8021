import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createEngine, type EngineOptions } from "../../conversations/engine/engine.ts";
import { flow } from "../../conversations/engine/flow.ts";
import type { House } from "../../conversations/engine/house.ts";
import type { Message } from "../../conversations/engine/message.ts";
import { memoryStore } from "../../conversations/engine/stores/memory-store.ts";
import type { Entry } from "../../conversations/engine/stores/store.ts";
import { tallyHouse } from "../durability/tally.ts";

/** An engine on a store that others may write to, and what it hands over to be sent. */
function setup({ house = tallyHouse, fitTo = (_: string, message: Message) => [message] } = {}) {
  const store = memoryStore();
  const address = { channel: "test", chat: randomUUID() };
  const sender = () => ({ id: "me", now: 1_000, lease: 10_000 });
  const owed: Entry[] = [];
  const wrong: unknown[] = [];
  const options: EngineOptions = {
    ...{ house, store, sender, fitTo },
    owe: (_, entries) => void owed.push(...entries),
    wrong: (_, cause) => void wrong.push(cause),
  };
  const engine = createEngine(options);
  const says = (text: string, id: string = randomUUID()) =>
    engine.receive({ id, address, content: { kind: "text", text } });
  const words = () => owed.map(({ message }) => message.kind === "text" && message.text);
  /** Acknowledges what is in hand, as delivery does. */
  async function sent() {
    const sequences = owed.map(({ sequence }) => sequence);
    owed.length = 0;
    await store.acknowledge(address, sequences, sender());
  }
  return { store, options, address, owed, wrong, engine, says, words, sent };
}

describe("the engine", () => {
  test("numbers a chat's messages on from turn to turn, so that they stay in order", async () => {
    const { says, sent, owed } = setup({ fitTo: (_, message) => [message, message] });
    const numbers: number[][] = [];
    for (const words of ["one", "two", "three"]) {
      await says(words);
      numbers.push(owed.map(({ sequence }) => sequence));
      await sent();
    }
    expect(numbers).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
  });

  test("runs a turn again on what another process left that was first", async () => {
    const { store, options, address, says, words } = setup();
    const { load } = store;
    store.load = async (of) => {
      const loaded = await load(of);
      store.load = load;
      const content = { kind: "text", text: "hello" } as const;
      await createEngine({ ...options, owe: () => {} }).receive({ id: "theirs", address, content });
      return loaded;
    };
    await says("one");
    expect(words()).toEqual(["first?", "one second?"]);
  });

  test("gives an update back where others are first again and again", async () => {
    const { store, says, owed } = setup();
    let tries = 0;
    store.commit = async () => {
      tries++;
      return { kind: "conflict", stored: { version: tries, state: undefined } };
    };
    await expect(says("one")).rejects.toThrow("20 other turns of this chat were first");
    expect(tries).toBe(20);
    expect(owed).toEqual([]);
  });

  test.each([
    [63, "known"],
    [64, "new"],
  ])("after %i other updates of its chat an update is %s", async (others, as) => {
    const { says, sent, owed } = setup();
    await says("one", "the update");
    for (let other = 0; other < others; other++) await says("another");
    await sent();
    await says("one", "the update");
    expect(owed.length > 0 ? "new" : "known").toBe(as);
  });

  test("gives an event back whose turn went wrong: it is told again", async () => {
    const mistake = new TypeError("a bug");
    const broken = flow("broken", { needs: [] })
      .on("news", () => {
        throw mistake;
      })
      .finish(() => {});
    const house: House = { ...tallyHouse, flows: { ...tallyHouse.flows, broken } };
    const { engine, address, store, wrong, owed } = setup({ house });
    const content = { kind: "event", name: "news", data: {} } as const;
    await expect(engine.receive({ id: "event", address, content })).rejects.toBe(mistake);
    expect(wrong).toEqual([mistake]);
    expect(owed).toEqual([]);
    expect(await store.load(address)).toEqual({ version: 0, state: undefined });
  });

  test("hands nothing over where nothing is owed", async () => {
    const { options, address } = setup();
    const handed: Entry[][] = [];
    const silent = createEngine({
      ...options,
      ...{ fitTo: () => [], owe: (_, entries) => void handed.push(entries) },
    });
    await silent.receive({ id: "a", address, content: { kind: "text", text: "one" } });
    expect(handed).toEqual([]);
  });
});
