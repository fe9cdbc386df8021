import { describe, expect, test } from "vitest";
import { createApi } from "../../api/contract/client.ts";
import type { Delivery } from "../../api/contract/deliveries.ts";
import type { Outbox } from "../../bot/delivery/outbox.ts";
import { deliverOwed } from "../../bot/delivery/owed.ts";
import { sweep } from "../../bot/delivery/sweep.ts";
import { memoryStore } from "../../conversations/engine/stores/memory-store.ts";
import type { Update } from "../../conversations/engine/update.ts";

const address = { channel: "web", chat: "a" };
const sender = (id: string, now: number) => () => ({ id, now, lease: 1_000 });

function engineThat(receive: (update: Update) => void) {
  const taken: Update[] = [];
  const engine = {
    receive: async (update: Update) => {
      receive(update);
      taken.push(update);
    },
  };
  return { taken, engine };
}

function outboxThatKeeps() {
  const owed: unknown[] = [];
  const outbox: Outbox = {
    owe: (to, list) => owed.push([to, list]),
    inHand: () => ({ messages: 0, oldest: 0 }),
    idle: async () => {},
    stop: async () => {},
  };
  return { owed, outbox };
}
const quiet = { warn: () => {} };

describe("the sweep", () => {
  test("takes up what a dead process owed, and tells a chat that its deadline passed", async () => {
    const store = memoryStore();
    const entries = [{ sequence: 1, message: { kind: "text" as const, text: "owed" } }];
    await store.commit(address, { version: 0, state: "", entries, deadline: 5_000 }, sender("dead", 0)());
    const { owed, outbox } = outboxThatKeeps();
    const { taken, engine } = engineThat(() => {});
    await sweep(store, outbox, engine, sender("alive", 6_000), quiet);
    expect(owed).toEqual([[address, entries]]);
    expect(taken).toMatchObject([{ address, content: { kind: "event", name: "deadline" } }]);
    await sweep(store, outbox, engine, sender("alive", 6_001), quiet);
    expect(owed).toHaveLength(1);
    expect(taken).toHaveLength(1);
  });

  test("tells every chat whose deadline passed, though the turn of one cannot be run, and that one again later", async () => {
    const store = memoryStore();
    for (const chat of ["1", "2", "3"]) {
      const commit = { version: 0, state: "", entries: [], deadline: 5_000 };
      await store.commit({ channel: "web", chat }, commit, sender("dead", 0)());
    }
    let broken = "1";
    const { taken, engine } = engineThat(({ address: { chat } }) => {
      if (chat === broken) throw new Error("WRONGTYPE");
    });
    const warnings: object[] = [];
    const log = { warn: (details: object) => void warnings.push(details) };
    const { outbox } = outboxThatKeeps();
    await sweep(store, outbox, engine, sender("alive", 6_000), log);
    expect(taken.map(({ address: { chat } }) => chat)).toEqual(["2", "3"]);
    expect(warnings).toMatchObject([{ channel: "web", chat: "1" }]);
    broken = "";
    await sweep(store, outbox, engine, sender("alive", 66_001), log);
    expect(taken.map(({ address: { chat } }) => chat)).toContain("1");
  });
});

describe("what the API owes to chats", () => {
  const deliveries: Delivery[] = [
    "018f0000-0000-7000-8000-000000000001",
    "018f0000-0000-7000-8000-000000000002",
  ].map((id, at) => ({
    id,
    channel: "web",
    chat: `${at}`,
    kind: "login-completed",
    payload: { link: `${at}` },
  }));

  /** An API that owes this, and what it is told became of it. */
  function owing(owed: Delivery[]) {
    const reported: unknown[] = [];
    const api = createApi(async ({ path, body }) => {
      if (path.endsWith("/report")) reported.push(JSON.parse(String(body ?? "{}")));
      const answer = path.endsWith("/lease") ? { deliveries: owed } : { done: true };
      return { status: 200, body: new TextEncoder().encode(JSON.stringify(answer)) };
    }, "key");
    return { api, reported };
  }

  test("becomes an event of its chat; what could not be kept is given back", async () => {
    const { api, reported } = owing(deliveries);
    const { taken, engine } = engineThat(({ address: { chat } }) => {
      if (chat === "1") throw new Error("Redis is away");
    });
    const warnings: string[] = [];
    const log = { warn: (_: unknown, message: string) => void warnings.push(message), error: () => {} };
    await deliverOwed(api, ["web"], engine, log);
    expect(taken).toMatchObject([
      {
        id: `delivery:${deliveries[0]?.id}`,
        content: { kind: "event", name: "login-completed", data: { link: "0" } },
      },
    ]);
    expect(reported).toEqual([
      {
        outcomes: [
          { id: deliveries[0]?.id, outcome: "sent" },
          { id: deliveries[1]?.id, outcome: "again" },
        ],
      },
    ]);
    expect(warnings).toEqual(["a delivery could not be kept; it will be tried again"]);
  });

  test("is sent as it is where its kind is no event, and comes again where that failed", async () => {
    const { api, reported } = owing(deliveries);
    const { taken, engine } = engineThat(() => {});
    const direct = {
      async "login-completed"({ chat }: Delivery) {
        if (chat === "1") throw new Error("the messenger is away");
        return "failed" as const;
      },
    };
    await deliverOwed(api, ["web"], engine, { warn: () => {}, error: () => {} }, direct);
    expect(taken).toEqual([]);
    const [first, second] = deliveries;
    const outcomes = [
      { id: first?.id, outcome: "failed" },
      { id: second?.id, outcome: "again" },
    ];
    expect(reported).toEqual([{ outcomes }]);
  });

  test("is nothing, and nothing is reported", async () => {
    const { api, reported } = owing([]);
    await deliverOwed(api, ["web"], engineThat(() => {}).engine, { warn: () => {}, error: () => {} });
    expect(reported).toEqual([]);
  });
});
