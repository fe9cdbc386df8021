import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Api } from "../../api/contract/client.ts";
import { desk as deskContract, StaffAction } from "../../api/contract/desk.ts";
import { dispositionOf } from "../../api/contract/disposition.ts";
import { Problem } from "../../api/contract/problems.ts";
import { mostBytes, Reference } from "../../api/contract/requests.ts";
import { nameIn } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { calledIn, cardOf, changesIn, entryIn, statsIn } from "../../conversations/words/desk.ts";
import { momentName } from "../../conversations/words/names.ts";
import type { Translate } from "../../conversations/words/words.ts";
import { keyOf, languageOf, type PageOptions, staffFirst, staffOf, wordsOfRequest } from "./page-caller.ts";
import { ofStaff } from "./page-rate.ts";

/** What somebody sent is shown as a picture or saved, and never runs as a page of ours. */
const sentPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
const Params = z.object({ reference: Reference });
const FileParams = Params.extend({ id: z.uuid() });
const Act = z.object({
  action: StaffAction,
  words: z.string().optional(),
  to: z.string().optional(),
  files: z.array(z.uuid()).optional(),
});

/** The requests that the desk's page lists and shows, and what is done with them. */
export function requestRoutes(app: FastifyInstance, { api, first }: PageOptions): void {
  const staff = (request: FastifyRequest, idempotencyKey?: string): Api =>
    staffOf(api, request, idempotencyKey);
  const wordsFor = (request: FastifyRequest): Translate => wordsOfRequest(request, first);

  app.get("/desk/requests", ofStaff, async (request) => {
    const t = wordsFor(request);
    const query = deskContract.queue.query.parse(request.query);
    const { requests, next } = await staff(request).queue({ query });
    return {
      next,
      requests: requests.map(({ reference, type, state, student, due, ...one }) => ({
        ...{ reference, name: nameIn(languageOf(request, first), student), assignee: one.assignee },
        ...{ urgent: one.urgent, createdAt: one.createdAt, overdue: one.overdue },
        due: due && plain(momentName(t, due)),
        type: plain(t(`request-type-${type}`)),
        state: plain(t(`request-state-${state}`)),
      })),
    };
  });

  app.get("/desk/requests/:reference", async (request) => {
    const t = wordsFor(request);
    const { reference } = Params.parse(request.params);
    const found = await staff(request).deskRequest({ params: { reference } });
    const shown = calledIn(languageOf(request, first), found);
    return {
      reference,
      name: shown.student.name,
      card: cardOf(t, shown),
      files: shown.files,
      sealed: shown.changes.some(({ field }) => ["cnic", "phone", "address"].includes(field)),
      actions: shown.actions,
      timeline: shown.timeline.map((entry) => ({
        ...{ entry: entry.entry, kind: entry.kind, author: entry.author, at: entry.at, files: entry.files },
        text: entryIn(t, { ...entry, files: [] }, shown.student.name),
      })),
    };
  });

  app.post("/desk/requests/:reference/actions", async (request) => {
    const { reference } = Params.parse(request.params);
    const { files = [], ...act } = Act.parse(request.body);
    await staff(request, keyOf(request)).actOnRequest({ params: { reference }, body: { ...act, files } });
    return {};
  });

  app.post("/desk/requests/:reference/reveal", async (request) => {
    const { reference } = Params.parse(request.params);
    const { changes } = await staff(request, keyOf(request)).revealRequest({ params: { reference } });
    return { text: changesIn(wordsFor(request), changes).join("\n") };
  });

  app.get("/desk/requests/:reference/saved-replies", async (request) =>
    staff(request).savedReplies({ params: Params.parse(request.params) }),
  );

  app.get("/desk/requests/:reference/files/:id", async (request, reply) => {
    const params = FileParams.parse(request.params);
    const { files, timeline } = await staff(request).deskRequest({ params });
    const file = [...files, ...timeline.flatMap((entry) => entry.files)].find(({ id }) => id === params.id);
    if (!file) throw new Problem("not-found");
    const bytes = await staff(request).deskFile({ params });
    // Drawn anew when they came in; everything else is as somebody made it.
    const isPicture = file.type.startsWith("image/");
    return reply
      .type(file.type)
      .header("content-security-policy", sentPolicy)
      .header("content-disposition", dispositionOf(isPicture ? "inline" : "attachment", file.name))
      .send(Buffer.from(bytes));
  });

  app.post("/desk/files", { bodyLimit: mostBytes, ...staffFirst(api) }, async (request) => {
    const query = deskContract.uploadDeskFile.query.parse(request.query);
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    return staff(request, keyOf(request)).uploadDeskFile({ query, bytes });
  });

  app.get("/desk/stats", async (request) => ({
    text: statsIn(wordsFor(request), await staff(request).deskStats()),
  }));

  app.get("/desk/stats.png", async (request, reply) =>
    reply.type("image/png").send(Buffer.from(await staff(request).deskStatsPicture())),
  );
}
