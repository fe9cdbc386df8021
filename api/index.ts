import type { FastifyPluginAsync } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Cluster, Redis } from "ioredis";
import type { Registry } from "prom-client";
import type { Database } from "../prisma/database.ts";
import type { FieldCipher } from "../prisma/encryption.ts";
import { Problem } from "./contract/problems.ts";
import { createBell } from "./deliveries/bell.ts";
import { failing, memoryStorage, type Storage } from "./files/storage.ts";
import { every, hour, minute } from "./jobs/every.ts";
import { forget } from "./jobs/forget.ts";
import { forgetFiles } from "./jobs/forget-files.ts";
import { remind } from "./jobs/remind.ts";
import { tellMisunderstood } from "./jobs/tell-misunderstood.ts";
import { watchTargets } from "./jobs/watch-targets.ts";
import { apiFigures } from "./metrics/index.ts";
import { serving } from "./plugins/contract.ts";
import { guardHeaders } from "./plugins/headers.ts";
import { documentApi } from "./plugins/openapi.ts";
import { answerProblems, sendProblem } from "./plugins/problems.ts";
import { limitRates } from "./plugins/rate-limits.ts";
import { logRequests } from "./plugins/request-log.ts";
import { openPost } from "./post/post.ts";
import { expandBroadcasts } from "./records/expand-broadcasts.ts";
import { authRoutes } from "./routes/auth.ts";
import { broadcastRoutes } from "./routes/broadcasts.ts";
import { courseRoutes } from "./routes/courses.ts";
import { deliveryRoutes } from "./routes/deliveries.ts";
import { deskRoutes } from "./routes/desk.ts";
import { deskThreadRoutes } from "./routes/desk-threads.ts";
import { enrolmentRoutes } from "./routes/enrolment.ts";
import { examRoutes } from "./routes/exams.ts";
import { gradeRoutes } from "./routes/grades.ts";
import { loginPage } from "./routes/login-page.ts";
import { meRoutes } from "./routes/me.ts";
import { misunderstoodRoutes } from "./routes/misunderstood.ts";
import { notificationRoutes } from "./routes/notifications.ts";
import { officeRoutes } from "./routes/offices.ts";
import { requestRoutes } from "./routes/requests.ts";
import { resultRoutes } from "./routes/results.ts";
import { verifyPage } from "./routes/verify.ts";
import type { University } from "./university.ts";

export { examineUniversity } from "./doctor.ts";
export { makeUploads, openStorage } from "./files/storage.ts";
export { openUniversity } from "./open-university.ts";
export { examineEmail } from "./post/examine.ts";
export { eraseStudent } from "./records/erase.ts";

export type ApiOptions = {
  database: Database;
  cipher: FieldCipher;
  /** The key of the university's own programs. */
  serviceKey: string;
  /** The address under which students' browsers reach it; without it there are no login links. */
  publicUrl?: string | undefined;
  /** SMTP_URL and SMS_URL: how one-time codes are sent; without them they are written to the log. */
  smtpUrl?: string | undefined;
  smsUrl?: string | undefined;
  /** Where files are kept; in memory without it. */
  storage?: Storage | undefined;
  /** Shares the rate limits among processes. */
  redis?: Redis | Cluster | undefined;
  /** Where its figures are kept; without it none are. */
  metrics?: Registry | undefined;
  /** Whether requests go on with the traces of whoever asks. */
  traced?: boolean | undefined;
  /** The university's name, as documents and pages show it. */
  university: string;
  /** The clock; a test has its own. */
  now?: (() => Date) | undefined;
};

/** The university's API. Register it on any server: what it sets up stays within it. */
export const apiPlugin: FastifyPluginAsync<ApiOptions> = async (app, options) => {
  const { database, cipher, serviceKey, publicUrl, redis, now = () => new Date() } = options;
  const closing = new AbortController();
  app.addHook("preClose", async () => closing.abort());
  app.addHook("onClose", () => university.post.idle());
  const university: University = {
    ...{ database, cipher, now, name: options.university, publicUrl: publicUrl?.replace(/\/+$/, "") },
    ...{ bell: createBell(), closing: closing.signal },
    storage: failing(options.storage ?? memoryStorage()),
    post: openPost({
      ...{ smtpUrl: options.smtpUrl, smsUrl: options.smsUrl, from: options.university },
      ...{ log: app.log, closing: closing.signal },
    }),
  };

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app);
  logRequests(app);
  if (options.traced) {
    // OpenTelemetry is loaded only where it is used.
    const { traceRequests } = await import("./plugins/tracing.ts");
    traceRequests(app);
  }
  const counted = options.metrics && apiFigures(app, options.metrics, university);
  await guardHeaders(app);
  await limitRates(app, serviceKey, redis);
  await documentApi(app, options.university);

  const regularly = (pause: number, name: string, job: () => Promise<unknown>) =>
    every(pause, app, name, counted ? counted(name, job) : job);
  const expand = regularly(1_000, "expand broadcasts", () =>
    expandBroadcasts(university, { stop: closing.signal, found: university.bell.ring }),
  );

  const serve = serving(app, university, serviceKey);
  authRoutes(serve, university);
  meRoutes(serve, university);
  officeRoutes(serve, university);
  gradeRoutes(serve, university);
  examRoutes(serve, university);
  enrolmentRoutes(serve, university);
  requestRoutes(serve, university);
  courseRoutes(serve, university);
  notificationRoutes(serve, university);
  misunderstoodRoutes(serve, university);
  deliveryRoutes(serve, university);
  deskRoutes(serve, university);
  deskThreadRoutes(serve, university);
  broadcastRoutes(serve, university, expand);
  resultRoutes(serve, university, expand);
  await app.register(async (pages) => loginPage(pages, university));
  await app.register(async (pages) => verifyPage(pages, university));
  await app.register(
    async (unknown) =>
      unknown.setNotFoundHandler({ preHandler: unknown.rateLimit() }, (_request, reply) =>
        sendProblem(reply, new Problem("not-found")),
      ),
    { prefix: "/v1" },
  );
  regularly(hour, "forget", () => forget(university));
  regularly(hour, "forget files", () => forgetFiles(university));
  regularly(hour, "remind", () => remind(university));
  regularly(hour, "tell misunderstood", () => tellMisunderstood(university));
  regularly(minute, "watch targets", () => watchTargets(university));
};
