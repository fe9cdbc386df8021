import { waitFor } from "../deliveries/wait-for.ts";
import type { Serve } from "../plugins/served.ts";
import { actOnBroadcast } from "../records/broadcast-actions.ts";
import { openBroadcastFile } from "../records/broadcast-files.ts";
import { outcomesOf } from "../records/broadcast-outcomes.ts";
import { leasePage, leaveOut } from "../records/broadcast-pages.ts";
import { failuresOf, reportPage } from "../records/broadcast-reports.ts";
import { leaseWatch, reportWatch, watchBroadcast, watchNext } from "../records/broadcast-watches.ts";
import {
  broadcastChoices,
  broadcastOf,
  broadcastsOf,
  contentOf,
  createBroadcast,
  mayBroadcast,
  segmentSize,
} from "../records/broadcasts.ts";
import type { University } from "../university.ts";

/**
 * Broadcasts: written and watched by staff, sent by workers.
 * @param begun told when one may have begun
 */
export function broadcastRoutes(serve: Serve, university: University, begun: () => void): void {
  const { database, now, bell } = university;
  const { client } = database;

  serve("segmentSize", ({ staff, body }) => {
    mayBroadcast(staff);
    return database.lagging((lagging) => segmentSize(lagging, body, now()));
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

  serve("broadcastChoices", ({ staff }) => {
    mayBroadcast(staff);
    return broadcastChoices(client);
  });

  serve("watchBroadcast", async ({ staff, params: { reference }, body, once }) => {
    mayBroadcast(staff);
    const done = await once(async (tx) => {
      await watchBroadcast(tx, staff, reference, body, now());
      return { done: true as const };
    });
    bell.ring();
    return done;
  });

  serve("watchNextBroadcast", ({ staff, body, once }) => {
    mayBroadcast(staff);
    return once(async (tx) => {
      await watchNext(tx, staff, body, now());
      return { done: true as const };
    });
  });

  serve("broadcastOutcomes", async ({ staff, params: { reference } }) => {
    mayBroadcast(staff);
    await broadcastOf(client, reference);
    return { outcomes: await outcomesOf(client, reference) };
  });

  serve("actOnBroadcast", async ({ staff, params: { reference }, body: { action, watch }, once }) => {
    mayBroadcast(staff);
    const done = await once(async (tx) => {
      await actOnBroadcast(tx, staff, reference, action, now());
      if (watch) await watchBroadcast(tx, staff, reference, watch, now());
      return broadcastOf(tx, reference);
    });
    bell.ring();
    begun();
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
      { seconds: wait, gone: gone(), name: channel },
    ),
  }));

  serve("broadcastContent", ({ params: { id } }) => contentOf(client, id));

  serve("broadcastFile", ({ params: { id } }) => openBroadcastFile(university, id));

  serve("leaseBroadcastWatch", async ({ body: { channels, wait }, gone }) => ({
    watch: await waitFor(
      university,
      () => leaseWatch(university, channels),
      (found) => found !== null,
      { seconds: wait, gone: gone() },
    ),
  }));

  serve("reportBroadcastWatch", async ({ params: { id }, body }) => {
    await reportWatch(university, id, body);
    return { done: true as const };
  });

  serve("reportBroadcastPage", async ({ params: { id }, body }) => ({
    go: await reportPage(university, id, body),
  }));

  serve("leaveOutOfBroadcastPage", async ({ params: { id }, body }) => ({
    leftOut: await leaveOut(university, id, body),
  }));
}
