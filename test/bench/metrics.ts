// What counting costs a turn: the same conversation over 1,000 chats in memory, watched and not, in turns.
import { Registry } from "prom-client";
import { createApi } from "../../api/contract/client.ts";
import { turnFigures } from "../../bot/metrics/turns.ts";
import { createEngine } from "../../conversations/engine/engine.ts";
import { memoryStore } from "../../conversations/engine/stores/memory-store.ts";
import { openHouse } from "../../conversations/house.ts";
import { setup } from "../dialogue.ts";
import { figure, report } from "./figures.ts";

const rounds = 7;
const chats = 1_000;
const says = ["/start", "1", "help", "menu", "help", "menu"];
const nobody = createApi(async () => {
  throw new Error("no API here");
}, "key");

async function round(isWatched: boolean): Promise<number> {
  const store = memoryStore();
  const sender = () => ({ id: "bench", now: Date.now(), lease: 10_000 });
  const engine = createEngine({
    ...{ house: openHouse(nobody, setup), store, sender },
    fitTo: (_, message) => [message],
    owe: (address, entries) =>
      void store.acknowledge(
        address,
        entries.map(({ sequence }) => sequence),
        sender(),
      ),
    wrong: (_, cause) => console.error(cause),
    watch: isWatched ? turnFigures([new Registry()]).watch : undefined,
  });
  const before = process.cpuUsage();
  for (const [at, text] of says.entries()) {
    await Promise.all(
      Array.from({ length: chats }, (_, chat) =>
        engine.receive({
          id: `${at}`,
          address: { channel: "web", chat: String(chat) },
          content: { kind: "text", text },
        }),
      ),
    );
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (chats * says.length);
}

const results: Record<string, number[]> = { unwatched: [], watched: [] };
await round(true);
for (let at = 0; at < rounds; at++) {
  for (const name of at % 2 === 0 ? ["unwatched", "watched"] : ["watched", "unwatched"]) {
    results[name]?.push(await round(name === "watched"));
  }
}
for (const [name, values] of Object.entries(results)) report({ name, cpu: figure(values) });
