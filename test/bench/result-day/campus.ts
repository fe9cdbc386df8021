import { Redis } from "ioredis";
import { redisStore } from "../../../conversations/engine/stores/redis-store.ts";
import type { Database } from "../../../prisma/database.ts";
import { crowd } from "../../broadcasts/crowd.ts";
import { testDatabase } from "../../database.ts";
import { parentOf } from "../processes.ts";

/**
 * A university whose students are logged in, each in a chat of Telegram's with their number, and have the demo student's
 * results. @returns the database's URL, and the process that PostgreSQL's others are children of
 */
export async function campus(redisUrl: string, firstChat: number, students: number) {
  const { database, url } = await testDatabase("postgresql");
  const { client } = database;
  await client.chatLink.deleteMany();
  await crowd({ database }, students, { firstChat });
  await letIn(client);
  await client.$executeRaw`ANALYZE`;
  const { rows } = await database.query("SELECT pg_backend_pid() AS pid");
  const postmaster = parentOf(Number(rows[0]?.pid));
  await database.close();
  await seat(redisUrl, firstChat, students);
  return { url: url ?? "", postmaster };
}

/** Logs everybody in who is in a chat, with a token of the chat's name, and gives them the demo student's results. */
export async function letIn(client: Database["client"]): Promise<void> {
  // What a token's hash is: api/logins/tokens.ts.
  await client.$executeRaw`
    UPDATE chat_links SET token_hash =
      translate(rtrim(encode(sha256(convert_to('token-' || chat, 'UTF8')), 'base64'), '='), '+/', '-_')`;
  await client.$executeRaw`
    INSERT INTO enrolments SELECT (jsonb_populate_record(model, jsonb_build_object('student_id', link.student_id,
      'id', md5(model.id::text || link.student_id)::uuid, 'reference', md5(model.reference || link.student_id)))).*
    FROM enrolments model JOIN students ON students.id = model.student_id, chat_links link
    WHERE students.registration_number = '22P-123456'`;
  await client.$executeRaw`
    INSERT INTO enrolment_courses SELECT (jsonb_populate_record(model, jsonb_build_object(
      'id', md5(model.id::text || link.student_id)::uuid,
      'enrolment_id', md5(model.enrolment_id::text || link.student_id)::uuid))).*
    FROM enrolment_courses model JOIN enrolments ON enrolments.id = model.enrolment_id
    JOIN students ON students.id = enrolments.student_id, chat_links link
    WHERE students.registration_number = '22P-123456'`;
  await client.$executeRaw`
    INSERT INTO results SELECT (jsonb_populate_record(model, jsonb_build_object(
      'enrolment_course_id', md5(model.enrolment_course_id::text || link.student_id)::uuid))).*
    FROM results model JOIN enrolment_courses taken ON taken.id = model.enrolment_course_id
    JOIN enrolments ON enrolments.id = taken.enrolment_id
    JOIN students ON students.id = enrolments.student_id, chat_links link
    WHERE students.registration_number = '22P-123456'`;
}

/** What the engine keeps of a chat that has logged in. */
async function seat(redisUrl: string, first: number, count: number): Promise<void> {
  const redis = new Redis(redisUrl, { enableAutoPipelining: true });
  const store = redisStore(redis);
  const sender = { id: "seat", now: Date.now(), lease: 1 };
  for (let from = 0; from < count; from += 1_000)
    await Promise.all(
      Array.from({ length: Math.min(1_000, count - from) }, (_, at) => {
        const chat = String(first + from + at);
        const student = {
          ...{ token: `token-${chat}`, registrationNumber: "22P-123456", name: "Amina", askAgain: false },
        };
        const state = JSON.stringify({
          seen: "",
          sequence: 0,
          session: { language: "en", student, stack: [] },
        });
        const commit = { version: 0, state, entries: [], deadline: undefined };
        return store.commit({ channel: "telegram", chat }, commit, sender);
      }),
    );
  await redis.quit();
}
