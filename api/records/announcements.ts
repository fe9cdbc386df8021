import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { Announcement } from "../contract/notifications.ts";
import { Problem } from "../contract/problems.ts";
import type { Language } from "../contract/shared.ts";
import type { University } from "../university.ts";
import { pageOf } from "./page.ts";

const Row = Announcement.omit({ publishedAt: true }).extend({ published_at: z.date() });
const Rows = z.array(Row);

/** Which page of the announcements, and in which language; what lacks it comes in English. */
export type AnnouncementsPage = { language: Language; after?: string | undefined; limit: number };

/**
 * What was announced to a student's programme and is not over, newest first, whether subscribed to or not.
 * @throws {Problem} `not-found` if `after` is no announcement
 */
export async function announcementsFor(
  { database, now }: Pick<University, "database" | "now">,
  studentId: string,
  { language, after, limit }: AnnouncementsPage,
): Promise<{ announcements: Announcement[]; next: string | null }> {
  const last = after
    ? await database.client.announcement.findUnique({ where: { id: after }, select: { publishedAt: true } })
    : undefined;
  if (last === null) throw new Problem("not-found");
  const at = now();
  const rows = await database.client.$queryRaw`
    SELECT announcement.id::text, announcement.topic_id AS topic, announcement.published_at, text.title, text.body
    FROM students student
    JOIN announcements announcement
      ON announcement.programme_id IS NULL OR announcement.programme_id = student.programme_id
    ${textIn(Prisma.sql`${language}`)}
    WHERE student.id = ${studentId}::uuid AND announcement.published_at <= ${at}
      AND (announcement.expires_at IS NULL OR announcement.expires_at > ${at})
      AND (${after ?? null}::uuid IS NULL
        OR (announcement.published_at, announcement.id) < (${last?.publishedAt ?? at}, ${after ?? null}::uuid))
    ORDER BY announcement.published_at DESC, announcement.id DESC
    LIMIT ${limit + 1}`;
  const read = Rows.parse(rows);
  const { page, next } = pageOf(read, limit, ({ id }) => id);
  return {
    announcements: page.map(({ published_at, ...one }) => ({
      ...one,
      publishedAt: published_at.toISOString(),
    })),
    next,
  };
}

/**
 * The end of a FROM that has an `announcement`: its `text` in a language, in English where it lacks that.
 * @param language a value, or a column that holds one or null
 */
export const textIn = (language: Prisma.Sql): Prisma.Sql => Prisma.sql`
  JOIN LATERAL (
    SELECT title, body FROM announcement_texts written
    WHERE written.announcement_id = announcement.id
    ORDER BY (language = ${language}) DESC NULLS LAST, language = 'en' DESC, language LIMIT 1
  ) text ON true`;
