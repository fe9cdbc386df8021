import { waitFor } from "../deliveries/wait-for.ts";
import type { Serve } from "../plugins/served.ts";
import { failuresOf, leasePage, reportPage } from "../records/broadcast-pages.ts";
import {
  actOnBroadcast,
  broadcastOf,
  broadcastsOf,
  contentOf,
  createBroadcast,
  mayBroadcast,
  segmentSize,
} from "../records/broadcasts.ts";
import type { University } from "../university.ts";

/** Broadcasts: written and watched by staff, sent by workers. */
export function broadcastRoutes(serve: Serve, university: University): void {
  const { database, now, bell } = university;
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
    return { broadcasts: await broadcastsOf(client, limit) };
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
    const quoted = (field: string) => `"${field.replaceAll('"', '""').replace(/^[=+\-@\t\r]/, "'$&")}"`;
    for await (const { registrationNumber, channel, reason } of failuresOf(university, reference))
      lines.push([registrationNumber, channel, quoted(reason)].join(","));
    // A mark at the beginning tells Excel that it is UTF-8.
    return { name: `${reference}-failures.csv`, bytes: Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`) };
  });

  serve("leaseBroadcastPages", async ({ body: { channel, wait }, gone }) => ({
    page: await waitFor(
      university,
      () => leasePage(university, channel),
      (found) => found !== null,
      { seconds: wait, gone: gone() },
    ),
  }));

  serve("broadcastContent", ({ params: { id } }) => contentOf(client, id));

  serve("reportBroadcastPage", async ({ params: { id }, body }) => ({
    go: await reportPage(university, id, body),
  }));
}
