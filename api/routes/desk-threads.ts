import { Problem } from "../contract/problems.ts";
import { waitFor } from "../deliveries/wait-for.ts";
import type { Serve } from "../plugins/served.ts";
import {
  findDeskPlace,
  findThread,
  leaseThreads,
  moveDeskPlace,
  openDeskPlace,
  reportThread,
} from "../records/desk-threads.ts";
import { openFile } from "../records/files.ts";
import type { University } from "../university.ts";

/** The threads of requests in the chats of the desk, for who keeps them. */
export function deskThreadRoutes(serve: Serve, university: University): void {
  const { database, bell, now } = university;
  const done = { done: true as const };

  serve("openDeskPlace", async ({ body }) => {
    const chat = await openDeskPlace(database.client, body, now());
    bell.ring();
    return { chat };
  });

  serve("deskPlace", async ({ query }) => {
    const chat = await findDeskPlace(database.client, query);
    if (chat === undefined) throw new Problem("not-found");
    return { chat };
  });

  serve("moveDeskPlace", async ({ body }) => {
    await database.client.$transaction((tx) => moveDeskPlace(tx, body, now()));
    bell.ring();
    return done;
  });

  serve("leaseThreads", async ({ body: { limit, wait, ...place }, gone }) => ({
    threads: await waitFor(
      university,
      () => leaseThreads(university, place, limit),
      (found) => found.length > 0,
      { seconds: wait, gone: gone() },
    ),
  }));

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
