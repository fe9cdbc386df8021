import { deskFigures } from "../documents/desk-figures.ts";
import { logStaffIn, staffAttempt } from "../logins/staff.ts";
import { createLinkCode, linkStaffChat } from "../logins/staff-links.ts";
import type { Serve } from "../plugins/served.ts";
import { recordAudit } from "../records/audit.ts";
import { actOnRequest, changeMessage } from "../records/desk-actions.ts";
import { queueOf } from "../records/desk-queue.ts";
import { deskRequestOf, requireOurs, revealRequest, whose } from "../records/desk-request.ts";
import { deskStatsOf } from "../records/desk-stats.ts";
import { openFile, takeFile } from "../records/files.ts";
import { savedRepliesOf } from "../records/saved-replies.ts";
import type { University } from "../university.ts";

/** The desk: who works there, and what they do with requests. */
export function deskRoutes(serve: Serve, university: University): void {
  const { database, now, bell } = university;
  const done = { done: true as const };

  serve("staffLogin", async ({ body: { email, password, ...address }, once }) => {
    const tried = await staffAttempt(university, address, email, password);
    return once((tx) => logStaffIn(tx, tried, address, now()));
  });

  serve("linkStaffChat", ({ body, once }) => once((tx) => linkStaffChat(tx, university, body, now())));

  serve("linkCode", ({ staff, body: { email }, once }) =>
    once((tx) => createLinkCode(tx, university, staff, email, now())),
  );

  serve("staffMe", async ({ staff: { name, role } }) => ({ name, role }));

  serve("staffLogout", ({ staff, once }) =>
    once(async (tx) => {
      await tx.staffChat.update({ where: { id: staff.chatId }, data: { revokedAt: now() } });
      await recordAudit(tx, now(), {
        ...{ actor: "staff", actorId: staff.id, action: "logout" },
        ...{ subject: "staff", subjectId: staff.id, to: { link: staff.chatId } },
      });
      return done;
    }),
  );

  serve("colleagues", async () => ({
    staff: await database.client.staff.findMany({
      where: { disabledAt: null },
      orderBy: { name: "asc" },
      take: 200,
      select: { name: true, role: true, email: true },
    }),
  }));

  serve("queue", ({ staff, query }) => queueOf(database.client, staff, query, now()));

  serve("deskStats", ({ staff }) => database.lagging((client) => deskStatsOf(client, staff, now())));

  serve("deskStatsPicture", async ({ staff }) => ({
    name: "desk.png",
    bytes: await deskFigures(
      university.name,
      await database.lagging((client) => deskStatsOf(client, staff, now())),
    ),
  }));

  serve("savedReplies", ({ staff, params: { reference } }) =>
    savedRepliesOf(database.client, staff, reference),
  );

  serve("deskRequest", ({ staff, params: { reference } }) =>
    deskRequestOf(university, database.client, { where: { reference }, member: staff }),
  );

  serve("revealRequest", ({ staff, params: { reference }, once }) =>
    once((tx) => revealRequest(tx, university, staff, reference, now())),
  );

  serve("uploadDeskFile", ({ staff, query: { name }, bytes, once }) =>
    takeFile(university, { staffId: staff.id }, { bytes, name }, once),
  );

  serve("deskFile", async ({ staff, params: { reference, id } }) => {
    const request = await database.client.serviceRequest.findUnique({
      where: { reference },
      select: { id: true, ...whose },
    });
    requireOurs(staff, request, reference);
    return openFile(university, { requestId: request.id }, id);
  });

  serve("actOnRequest", async ({ staff, params: { reference }, body, once }) => {
    const acted = await once((tx) => actOnRequest(tx, university, staff, { reference, ...body }, now()));
    bell.ring();
    return acted;
  });

  serve("editAnswer", async ({ staff, params: { id }, body: { words }, once }) => {
    const answer = await once(async (tx) => {
      await changeMessage(tx, university, staff, id, words, now());
      return done;
    });
    bell.ring();
    return answer;
  });

  serve("deleteAnswer", async ({ staff, params: { id }, once }) => {
    const answer = await once(async (tx) => {
      await changeMessage(tx, university, staff, id, null, now());
      return done;
    });
    bell.ring();
    return answer;
  });
}
