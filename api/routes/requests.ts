import type { Serve } from "../plugins/served.ts";
import { fileRequest } from "../records/file-request.ts";
import { keepFile, recordFile } from "../records/files.ts";
import { moveRequest } from "../records/move-request.ts";
import { requestTypesOf } from "../records/request-types.ts";
import { requestOf, requestsOf } from "../records/requests.ts";
import type { University } from "../university.ts";

/** A student's service requests: filed, followed, added to, withdrawn. */
export function requestRoutes(serve: Serve, university: University): void {
  const { database, now, storage } = university;

  serve("requestTypes", () => requestTypesOf(database.client));

  serve("uploadFile", async ({ student, query: { name }, bytes, once }) => {
    const kept = await keepFile(university, bytes, name);
    try {
      return await once((tx) => recordFile(tx, student.id, kept, now()));
    } catch (error) {
      await storage.delete(kept.key);
      throw error;
    }
  });

  serve("fileRequest", ({ student, body, once }) =>
    once((tx) => fileRequest(tx, university, { studentId: student.id, ...body }, now())),
  );

  serve("requests", ({ student, query }) => requestsOf(university, student.id, query));

  serve("request", ({ student, params: { reference } }) => requestOf(university, student.id, reference));

  serve("addToRequest", ({ student, params: { reference }, body: { message, files }, once }) =>
    once(async (tx) => {
      const step = { reference, action: "answer" as const, files, ...(message !== undefined && { message }) };
      return (await moveRequest(tx, university, { student: student.id }, step, now())).request;
    }),
  );

  serve("withdrawRequest", ({ student, params: { reference }, once }) =>
    once(async (tx) => {
      await moveRequest(tx, university, { student: student.id }, { reference, action: "withdraw" }, now());
      return { done: true as const };
    }),
  );
}
