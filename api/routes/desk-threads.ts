import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "../contract/problems.ts";
import type { Serve } from "../plugins/served.ts";
import {
  findThread,
  leaseThreads,
  moveDeskPlace,
  openDeskPlace,
  reportThread,
} from "../records/desk-threads.ts";
import { openFile } from "../records/files.ts";
import type { University } from "../university.ts";

/** How often (ms) the table is looked at while somebody waits: another process may have written to it. */
const pollEvery = 1_000;

/** The threads of requests in the chats of the desk, for who keeps them. */
export function deskThreadRoutes(serve: Serve, university: University): void {
  const { database, bell, closing, now } = university;
  const done = { done: true as const };

  serve("openDeskPlace", async ({ body }) => {
    await openDeskPlace(database.client, body, now());
    bell.ring();
    return done;
  });

  serve("moveDeskPlace", async ({ body }) => {
    await database.client.$transaction((tx) => moveDeskPlace(tx, body, now()));
    bell.ring();
    return done;
  });

  serve("leaseThreads", async ({ body: { limit, wait, ...place }, gone }) => {
    const enough = AbortSignal.any([closing, gone(), AbortSignal.timeout(wait * 1000)]);
    while (true) {
      const round = new AbortController();
      const signal = AbortSignal.any([enough, round.signal]);
      // Listening before looking, so that nothing written in between is missed.
      const rung = bell.heard(signal);
      const threads = await leaseThreads(university, place, limit);
      const over = threads.length > 0 || enough.aborted || wait === 0;
      if (!over) await Promise.race([rung, sleep(pollEvery, undefined, { signal }).catch(() => {})]);
      round.abort();
      if (over) return { threads };
    }
  });

  serve("reportThread", async ({ params: { id }, body }) => {
    await reportThread(university, id, body);
    return done;
  });

  serve("findThread", ({ body }) => findThread(database.client, body));

  serve("askInThread", async ({ params: { id }, body: { asked, messengerId } }) => {
    await database.client.deskThread.updateMany({ where: { id }, data: { asked, askedIn: messengerId } });
    return done;
  });

  serve("threadFile", async ({ params: { id, file } }) => {
    const thread = await database.client.deskThread.findUnique({
      where: { id },
      select: { requestId: true },
    });
    if (!thread) throw new Problem("not-found");
    return openFile(university, { requestId: thread.requestId }, file);
  });
}
