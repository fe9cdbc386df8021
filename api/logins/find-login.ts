import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { Language } from "../contract/shared.ts";
import { idleLimit, passwordIsDue } from "../rules/idle-login.ts";
import type { University } from "../university.ts";

const Found = z.object({
  link_id: z.string(),
  channel: z.string(),
  chat: z.string(),
  ask_again: z.boolean(),
  last_seen_at: z.date(),
  expires_at: z.date(),
  revoked_at: z.date().nullable(),
  student_id: z.string(),
  registration_number: z.string(),
  name: z.string(),
  name_urdu: z.string().nullable(),
  language: Language.nullable(),
  programme_code: z.string(),
  programme_name: z.string(),
  programme_name_urdu: z.string().nullable(),
});
const FoundRows = z.array(Found);

/** A student, as logged in in one chat. */
export type LoggedIn = {
  id: string;
  link: { id: string; channel: string; chat: string; askAgain: boolean; passwordDue: boolean };
  registrationNumber: string;
  name: string;
  nameUrdu: string | null;
  language: Language | null;
  programme: { code: string; name: string; nameUrdu: string | null };
};

/**
 * Finds the login of a token and its student, in one statement.
 * @param seen whether this call keeps the login from being idle; one that is idle already stays so until the password
 *   is confirmed
 * @returns undefined for a token that was never given; `over` is true for one that has expired or was ended
 */
export async function findLogin(
  { database, now }: Pick<University, "database" | "now">,
  tokenHash: string,
  seen: boolean,
): Promise<{ student: LoggedIn; over: boolean } | undefined> {
  const at = now();
  const idleSince = new Date(at.getTime() - idleLimit);
  const rows = await database.prepared(Prisma.sql`
    WITH link AS (
      SELECT * FROM chat_links WHERE token_hash = ${tokenHash}
    ), seen AS (
      UPDATE chat_links SET last_seen_at = ${at} FROM link
      WHERE ${seen} AND chat_links.id = link.id AND link.ask_again AND link.last_seen_at >= ${idleSince}
        AND link.revoked_at IS NULL AND link.expires_at > ${at}
    )
    SELECT link.id AS link_id, link.channel, link.chat, link.ask_again, link.last_seen_at, link.expires_at,
      link.revoked_at, student.id AS student_id, student.registration_number, student.name, student.name_urdu,
      student.language, programme.code AS programme_code, programme.name AS programme_name,
      programme.name_urdu AS programme_name_urdu
    FROM link
    JOIN students student ON student.id = link.student_id AND student.erased_at IS NULL
    JOIN programmes programme ON programme.id = student.programme_id`);
  const [row] = FoundRows.parse(rows);
  if (!row) return undefined;
  const askAgain = row.ask_again;
  return {
    over: row.revoked_at !== null || row.expires_at <= at,
    student: {
      id: row.student_id,
      link: {
        id: row.link_id,
        channel: row.channel,
        chat: row.chat,
        askAgain,
        passwordDue: passwordIsDue({ askAgain, lastSeenAt: row.last_seen_at }, at),
      },
      registrationNumber: row.registration_number,
      name: row.name,
      nameUrdu: row.name_urdu,
      language: row.language,
      programme: { code: row.programme_code, name: row.programme_name, nameUrdu: row.programme_name_urdu },
    },
  };
}
