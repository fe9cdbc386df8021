import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type Api, ApiUnreachable } from "../../api/contract/client.ts";
import { desk as deskContract, StaffAction } from "../../api/contract/desk.ts";
import { dispositionOf } from "../../api/contract/disposition.ts";
import { Problem } from "../../api/contract/problems.ts";
import { mostBytes, Reference } from "../../api/contract/requests.ts";
import { type Language, nameIn } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { problemSentence } from "../../conversations/engine/refusal.ts";
import { calledIn, cardOf, changesIn, entryIn } from "../../conversations/words/desk.ts";
import { momentName } from "../../conversations/words/names.ts";
import type { Translate } from "../../conversations/words/words.ts";
import type { Channel } from "../channels/channel.ts";
import { safeHeaders } from "../channels/web/headers.ts";
import { readAssets, readPage } from "../channels/web/page-files.ts";
import { sendFile } from "../channels/web/page-routes.ts";
import { isSameOrigin } from "../channels/web/same-origin.ts";
import { escapeHtml } from "../escape-html.ts";
import { broadcastRoutes } from "./broadcast-routes.ts";
import { cookie, keyOf, languageOf, staffFirst, staffOf, wordsOfRequest } from "./page-caller.ts";
import { limitPageRates, loginRate, ofStaff } from "./page-rate.ts";

export type DeskPageOptions = {
  api: Api;
  /** What broadcasts are previewed on. */
  channels: () => readonly Pick<Channel, "name" | "can">[];
  university: string;
  /** The language in which the page begins. */
  language: Language;
};

/** As long as a login of staff is good, in seconds. */
const age = 12 * 60 * 60;
/** What somebody sent is shown as a picture or saved, and never runs as a page of ours. */
const sentPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
const folder = new URL("./page/", import.meta.url);
/** What the page has in common with the chat page. */
const taken = ["page.css", "markup.js", "direction.js", "mark.svg"];

const Asset = z.object({ version: z.string(), name: z.string() });
const Params = z.object({ reference: Reference });
const FileParams = Params.extend({ id: z.uuid() });
const Login = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) });
const Act = z.object({
  action: StaffAction,
  words: z.string().optional(),
  to: z.string().optional(),
  files: z.array(z.uuid()).optional(),
});

/**
 * `/desk`: the desk in a browser, with the same cards, words and actions as in the messengers. The login is a cookie that
 * no script can read; what the page may do is what its member of staff may do at the API.
 */
export function deskPage({
  api,
  channels,
  university,
  language: first,
}: DeskPageOptions): FastifyPluginAsync {
  const staff = (request: FastifyRequest, idempotencyKey?: string): Api =>
    staffOf(api, request, idempotencyKey);
  const wordsFor = (request: FastifyRequest): Translate => wordsOfRequest(request, first);
  const { version, assets } = readAssets(folder, taken);
  const fields = {
    assets: `/desk/assets/${version}`,
    university: escapeHtml(university),
    language: first,
    login: readFileSync(new URL("login.html", folder), "utf8").trim(),
  };
  const index = readPage("index.html", folder, fields);
  const broadcasts = readPage("broadcasts.html", folder, fields);

  return async (root) => {
    await root.register(async (app) => {
      app.setErrorHandler(answerError);
      app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
        done(null, body),
      );
      await limitPageRates(app);
      app.addHook("onRequest", async (request, reply) => {
        reply.headers(safeHeaders);
        if (request.method !== "GET" && !isSameOrigin(request)) throw new Problem("not-allowed");
      });
      app.get("/desk", async (request, reply) => sendFile(request, reply, index));
      app.get("/desk/", async (_request, reply) => reply.redirect("/desk"));
      app.get("/desk/broadcasts", async (request, reply) => sendFile(request, reply, broadcasts));
      app.get("/desk/assets/:version/:name", async (request, reply) => {
        const params = Asset.parse(request.params);
        const file = assets.get(params.name);
        if (!file) throw new Problem("not-found");
        const kept = params.version === version ? "public, max-age=31536000, immutable" : "no-cache";
        return sendFile(request, reply.header("cache-control", kept), file);
      });
      loginRoutes(app);
      requestRoutes(app);
      broadcastRoutes(app, { api, channels, first });
    });
  };

  function loginRoutes(app: FastifyInstance): void {
    app.post("/desk/login", { config: { rateLimit: loginRate } }, async (request, reply) => {
      const { email, password } = Login.parse(request.body);
      const body = { channel: "desk", chat: randomUUID(), email, password };
      const { token, staff } = await api.for({ idempotencyKey: randomUUID() }).staffLogin({ body });
      const secure = request.protocol === "https" ? "; Secure" : "";
      return reply
        .header(
          "set-cookie",
          `${cookie}=${token}; Path=/desk; Max-Age=${age}; HttpOnly; SameSite=Strict${secure}`,
        )
        .send(staff);
    });

    app.post("/desk/logout", async (request, reply) => {
      await staff(request, randomUUID()).staffLogout();
      return reply
        .header("set-cookie", `${cookie}=; Path=/desk; Max-Age=0; HttpOnly; SameSite=Strict`)
        .send({});
    });

    app.get("/desk/me", ofStaff, async (request) => ({ staff: await staff(request).staffMe() }));

    app.get("/desk/words", async (request) => wordsOf(wordsFor(request)));

    app.post("/desk/link-code", async (request) => {
      const { code } = await staff(request, randomUUID()).linkCode({ body: {} });
      return { text: wordsFor(request)("desk-code", { code }) };
    });
  }

  function requestRoutes(app: FastifyInstance): void {
    app.get("/desk/requests", ofStaff, async (request) => {
      const t = wordsFor(request);
      const query = deskContract.queue.query.parse(request.query);
      const { requests, next } = await staff(request).queue({ query });
      return {
        next,
        requests: requests.map(({ reference, type, state, student, assignee, urgent, due, createdAt }) => ({
          ...{ reference, urgent, createdAt, name: nameIn(languageOf(request, first), student), assignee },
          overdue: due !== null && due < new Date().toISOString(),
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

    app.get("/desk/stats.png", async (request, reply) =>
      reply.type("image/png").send(Buffer.from(await staff(request).deskStatsPicture())),
    );
  }

  function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const problem = problemOf(error);
    if (problem.code === "internal-error") request.log.error({ cause: error }, "the desk's page failed");
    const message = plain(problemSentence(wordsFor(request), problem));
    return reply
      .code(problem.status)
      .type("application/problem+json")
      .send({ code: problem.code, status: problem.status, title: message });
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ApiUnreachable) return new Problem("unavailable");
  if (error instanceof z.ZodError) return new Problem("validation-failed");
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
  if (status === 413) return new Problem("payload-too-large");
  if (status === 429) return new Problem("too-many-requests");
  return new Problem(typeof status === "number" && status < 500 ? "validation-failed" : "internal-error");
}

/** The page's own words. */
function wordsOf(t: Translate): Record<string, string> {
  const keys = [
    ...["staff-email", "staff-password-page", "menu-log-in", "menu-log-out", "menu-desk", "desk-nothing"],
    ...["desk-waiting", "desk-mine", "desk-open", "desk-overdue", "desk-reveal", "desk-code-make"],
    ...["desk-find", "desk-found-nothing"],
    ...["desk-write", "desk-write-note", "group-saved", "group-nobody", "group-more-button", "page-figures"],
    ...[
      "desk-choose",
      "page-file-with-answer",
      "page-back",
      "page-send",
      "page-attach",
      "page-offline",
      "page-not-done",
      "page-close",
      "yes",
      "no",
    ],
    ...["menu-broadcasts", ...StaffAction.options.map((action) => `desk-action-${action}`)],
  ];
  const worded = ["reject", "close", "ask-for-document", "assign", "note", "answer"];
  const say = t as (key: string, values?: Record<string, string>) => string;
  return Object.fromEntries([
    ...keys.map((key) => [key, plain(say(key))]),
    ...worded.map((action) => [
      `desk-words-${action}`,
      plain(say(`desk-words-${action}`, { reference: "" })),
    ]),
    ["desk-approve-sure", plain(say("desk-approve-sure", { reference: "" }))],
  ]);
}
