import { setTimeout as sleep } from "node:timers/promises";
import type { Serve } from "../plugins/served.ts";
import { failuresOf, leasePage, reportPage } from "../records/broadcast-pages.ts";
import {
  actOnBroadcast,
  broadcastOf,
  contentOf,
  createBroadcast,
  mayBroadcast,
  segmentSize,
} from "../records/broadcasts.ts";
import type { University } from "../university.ts";

/** How often (ms) the table is looked at while somebody waits for a page. */
const pollEvery = 500;

/** Broadcasts: written and watched by staff, sent by workers. */
export function broadcastRoutes(serve: Serve, university: University): void {
  const { database, now, bell, closing } = university;
  const { client } = database;

  serve("segmentSize", ({ staff, body }) => {
    mayBroadcast(staff);
    return segmentSize(client, body, now());
  });

  serve("createBroadcast", ({ staff, body, once }) => {
    mayBroadcast(staff);
    return once(async (tx) => broadcastOf(tx, await createBroadcast(tx, staff, body, now())));
  });

  serve("broadcastList", async ({ staff, query: { limit } }) => {
    mayBroadcast(staff);
    const rows = await client.broadcast.findMany({
      ...{ orderBy: { id: "desc" }, take: limit, select: { reference: true } },
    });
    return { broadcasts: await Promise.all(rows.map(({ reference }) => broadcastOf(client, reference))) };
  });

  serve("broadcast", ({ staff, params: { reference } }) => {
    mayBroadcast(staff);
    return broadcastOf(client, reference);
  });

  serve("actOnBroadcast", async ({ staff, params: { reference }, body: { action }, once }) => {
    mayBroadcast(staff);
    const done = await once(async (tx) => {
      await actOnBroadcast(tx, staff, reference, action, now());
      return broadcastOf(tx, reference);
    });
    bell.ring();
    return done;
  });

  serve("broadcastFailures", async ({ staff, params: { reference } }) => {
    mayBroadcast(staff);
    await broadcastOf(client, reference);
    const lines = ["registration_number,channel,reason"];
    const quoted = (field: string) => `"${field.replaceAll('"', '""').replace(/^[=+\-@]/, "'$&")}"`;
    for await (const { registrationNumber, channel, reason } of failuresOf(university, reference))
      lines.push([registrationNumber, channel, quoted(reason)].join(","));
    // A mark at the beginning tells Excel that it is UTF-8.
    return { name: `${reference}-failures.csv`, bytes: Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`) };
  });

  serve("leaseBroadcastPages", async ({ body: { channel, wait }, gone }) => {
    const enough = AbortSignal.any([closing, gone(), AbortSignal.timeout(wait * 1000)]);
    while (true) {
      const page = await leasePage(university, channel);
      if (page || enough.aborted || wait === 0) return { page };
      await sleep(pollEvery, undefined, { signal: enough }).catch(() => {});
    }
  });

  serve("broadcastContent", ({ params: { id } }) => contentOf(client, id));

  serve("reportBroadcastPage", async ({ params: { id }, body }) => ({
    go: await reportPage(university, id, body),
  }));
}
