import { randomBytes, randomInt } from "node:crypto";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import { onTestFinished } from "vitest";
import { createApi, type Transport } from "../../api/contract/client.ts";
import { Problem } from "../../api/contract/problems.ts";
import { type ApiOptions, apiPlugin } from "../../api/index.ts";
import type { Database } from "../../prisma/database.ts";
import { type FieldCipher, fieldCipher } from "../../prisma/encryption.ts";
import { admit, type Faculty, foundFaculty } from "./records.ts";

export const serviceKey = "the-service-key";

/** A small university on a database: students as many as are wanted, and the API in front of them. */
export type Campus = {
  database: Database;
  cipher: FieldCipher;
  faculty: Faculty;
  admit(own?: Parameters<typeof admit>[3]): ReturnType<typeof admit>;
};

/** Founds a university on an empty, migrated database. */
export async function openCampus(database: Database): Promise<Campus> {
  const cipher = fieldCipher(randomBytes(32));
  const faculty = await foundFaculty(database);
  return { database, cipher, faculty, admit: (own) => admit(database, cipher, faculty, own) };
}

/** A clock that a test sets. */
export type Clock = { now: () => Date; pass(ms: number): void };

/** Starts on 23 November 2026. */
export function testClock(): Clock {
  let at = Date.parse("2026-11-23T09:00:00.000Z");
  return {
    now: () => new Date(at),
    pass: (ms) => {
      at += ms;
    },
  };
}

export const second = 1_000;
export const minute = 60 * second;
export const day = 24 * 60 * minute;

/** The API of a campus, called without a port. `logged` are its log lines. */
export async function openApi({ database, cipher }: Campus, options: Partial<ApiOptions> = {}) {
  const clock = testClock();
  const logged: string[] = [];
  const app = Fastify({
    logger: { level: "info", stream: { write: (line: string) => void logged.push(line) } },
    logController: new LogController({ disableRequestLogging: true }),
  });
  await app.register(apiPlugin, {
    ...{ database, cipher, serviceKey, university: "The University", now: clock.now },
    publicUrl: "https://campus.example/",
    ...options,
  });
  onTestFinished(() => app.close());
  await app.ready();
  return { app, clock, logged, api: createApi(injected(app), serviceKey) };
}

/** A client's way into a server that listens nowhere. */
export function injected(app: FastifyInstance): Transport {
  return async ({ method, path, headers, body }) => {
    const answer = await app.inject({
      method: method as "GET",
      url: path,
      headers,
      ...(body !== undefined && { payload: typeof body === "string" ? body : Buffer.from(body) }),
    });
    return { status: answer.statusCode, body: new Uint8Array(answer.rawPayload) };
  };
}

/** A chat that nobody has used. */
export const newChat = () => ({ channel: "telegram", chat: String(randomInt(2 ** 47)) });

/** An idempotency key that nobody has used. */
export const newKey = () => crypto.randomUUID();

/** What a call was refused with: the problem's code, `done` if it was not, or what else went wrong. */
export async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return "done";
  } catch (error) {
    return error instanceof Problem ? error.code : error;
  }
}
