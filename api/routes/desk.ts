import { logStaffIn, staffAttempt } from "../logins/staff.ts";
import type { Serve } from "../plugins/served.ts";
import { actOnRequest, deskRequestOf, queueOf, revealRequest } from "../records/desk.ts";
import type { University } from "../university.ts";

/** The desk: who works there, and what they do with requests. */
export function deskRoutes(serve: Serve, university: University): void {
  const { database, now, bell } = university;

  serve("staffLogin", async ({ body: { email, password, ...address }, once }) => {
    const tried = await staffAttempt(university, address, email, password);
    return once((tx) => logStaffIn(tx, tried, address, now()));
  });

  serve("staffLogout", ({ staff, once }) =>
    once(async (tx) => {
      await tx.staffChat.update({ where: { id: staff.chatId }, data: { revokedAt: now() } });
      return { done: true as const };
    }),
  );

  serve("queue", ({ staff, query }) => queueOf(database.client, staff, query));

  serve("deskRequest", ({ staff, params: { reference } }) => deskRequestOf(university, staff, reference));

  serve("revealRequest", ({ staff, params: { reference }, once }) =>
    once((tx) => revealRequest(tx, university, staff, reference, now())),
  );

  serve("actOnRequest", async ({ staff, params: { reference }, body, once }) => {
    const done = await once((tx) => actOnRequest(tx, university, staff, { reference, ...body }, now()));
    bell.ring();
    return done;
  });
}
