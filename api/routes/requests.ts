import type { Serve } from "../plugins/served.ts";
import { fileRequest } from "../records/file-request.ts";
import { openFile, takeFile } from "../records/files.ts";
import { moveRequest } from "../records/move-request.ts";
import { rateRequest } from "../records/rate-request.ts";
import { requestTypesOf } from "../records/request-types.ts";
import { requestOf, requestsOf } from "../records/requests.ts";
import { deskHoursOf } from "../records/working-time.ts";
import type { University } from "../university.ts";

/** A student's service requests: filed, followed, added to, withdrawn. */
export function requestRoutes(serve: Serve, university: University): void {
  const { database, now, bell } = university;

  serve("requestTypes", ({ student }) => requestTypesOf(database.client, student.id));

  serve("uploadFile", ({ student, query: { name }, bytes, once }) =>
    takeFile(university, { studentId: student.id }, { bytes, name }, once),
  );

  serve("fileRequest", async ({ student, body, once }) => {
    const filed = await once((tx) =>
      fileRequest(tx, university, { studentId: student.id, chatLink: student.link.id, ...body }, now()),
    );
    bell.ring();
    return filed;
  });

  serve("requests", ({ student, query }) => requestsOf(university, student.id, query));

  serve("request", ({ student, params: { reference } }) => requestOf(university, student.id, reference));

  serve("addToRequest", async ({ student, params: { reference }, body: { message, files }, once }) => {
    const added = await once(async (tx) => {
      const step = { reference, action: "answer" as const, files, ...(message !== undefined && { message }) };
      const actor = { student: student.id, chatLink: student.link.id };
      return (await moveRequest(tx, university, actor, step, now())).request;
    });
    bell.ring();
    return added;
  });

  serve("requestFile", ({ student, params: { reference, id } }) =>
    openFile(university, { reference, studentId: student.id }, id),
  );

  serve("rateRequest", ({ student, params: { reference }, body: { rating }, once }) =>
    once(async (tx) => {
      await rateRequest(tx, student.id, reference, rating, now());
      return { done: true as const };
    }),
  );

  serve("deskHours", ({ student }) => deskHoursOf(database.client, student.id, now()));

  serve("withdrawRequest", ({ student, params: { reference }, once }) =>
    once(async (tx) => {
      await moveRequest(tx, university, { student: student.id }, { reference, action: "withdraw" }, now());
      return { done: true as const };
    }),
  );
}
