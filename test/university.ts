import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { createApi } from "../api/contract/client.ts";
import { type Language, nameIn, titleIn } from "../api/contract/shared.ts";
import { type ApiOptions, apiPlugin } from "../api/index.ts";
import { createHttp } from "../bot/http.ts";
import { courses } from "../prisma/seed/courses.ts";
import { tutors } from "../prisma/seed/exams.ts";
import { injected } from "./api/campus.ts";
import { testDatabase } from "./database.ts";

export const serviceKey = "a-service-key-for-tests";

/** The demo university's students who can log in. */
export const demoPasswords = { "22P-123456": "demo-pass-1", "23B-654321": "demo-pass-2" };
/** What the first of them is called in a chat. */
export const demoName = (language: Language): string =>
  language === "ur" ? "عائشہ صدیقہ" : "Ayesha Siddiqa";
/** What one of its courses is called there. */
export function demoTitle(language: Language, code: string): string {
  const course = Object.values(courses)
    .flat()
    .find((one) => one.code === code);
  if (!course) throw new Error(`the demo university has no ${code}`);
  return titleIn(language, course);
}
/** What one of its tutors is called there. */
export function demoTutor(language: Language, called: (typeof tutors)[number][0]): string {
  const [name, nameUrdu] = tutors.find(([one]) => one === called) ?? [called, null];
  return nameIn(language, { name, nameUrdu });
}
/** Its staff. */
export const staffPasswords = { desk: "demo-desk-1", supervisor: "demo-desk-2", admin: "demo-desk-3" };
export type DemoStudent = keyof typeof demoPasswords;

/** The real API on a database of its own, with a clock that a test can move. */
export async function testUniversity(
  options: {
    engine?: "pglite" | "postgresql";
    server?: string;
    more?: Partial<ApiOptions>;
    now?: Date;
    /** Told every line that is logged, whatever its level. */
    log?: (line: string) => void;
  } = {},
) {
  const { database, cipher, url } = await testDatabase(options.engine, options.server);
  const clock = { now: options.now ?? new Date() };
  const { log } = options;
  const app = createHttp(
    log ? pino({ level: "trace" }, { write: log }) : pino({ level: "silent" }),
    new Map(),
  );
  await app.register(apiPlugin, {
    database,
    cipher,
    serviceKey,
    university: "Rabta Open University",
    now: () => new Date(clock.now),
    ...options.more,
  });
  const api = createApi(injected(app), serviceKey);
  return {
    app,
    database,
    databaseUrl: url,
    clock,
    api,
    /** Logs a demo student in. @returns the API as they call it, each write with a key of its own unless one is given */
    async logIn(registrationNumber: DemoStudent) {
      const body = {
        ...{ channel: "web", chat: registrationNumber },
        ...{ registrationNumber, password: demoPasswords[registrationNumber] },
      };
      const { token } = await api.for({ idempotencyKey: randomUUID() }).login({ body });
      return (idempotencyKey: string = randomUUID()) => api.for({ token, idempotencyKey });
    },
    /** Lets it be called over HTTP. @returns where */
    listen: () => app.listen({ port: 0, host: "127.0.0.1" }),
    async close() {
      await app.close();
      await database.close();
    },
  };
}
