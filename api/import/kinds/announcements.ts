import { BroadcastTopic } from "../../contract/broadcasts.ts";
import { topics } from "../../contract/notifications.ts";
import { code, date, oneOf, paragraphs, text, time } from "../cells.ts";
import { byCodeOrName, counted, type Kind, together } from "../kind.ts";
import { language, programme } from "./columns.ts";

const everyTopic = new Set([...topics, ...BroadcastTopic.options]);

/** The same for the same code: a UUID v8 (RFC 9562), made of its hash. */
const id = `overlay(overlay(md5('announcement:' || upper(announcement)) PLACING '8' FROM 13 FOR 1)
  PLACING '8' FROM 17 FOR 1)::uuid`;

/** What is the same in every language of an announcement. */
const common = "(topic, programme_id, published_at, expires_at)";

/** What the university announces, a line a language: listed in the chats, and told to those who want to know. */
export const announcements: Kind = {
  name: "announcements",
  alsoCalled: ["news", "notices"],
  columns: {
    announcement: {
      headings: ["Announcement", "Announcement code", "Notice", "Notice no"],
      ...{ read: code, needed: true },
    },
    topic: {
      headings: ["Topic", "About"],
      read: oneOf(Object.fromEntries([...everyTopic].map((topic) => [topic, []]))),
      needed: true,
    },
    language: { ...language, needed: true },
    title: { headings: ["Title", "Heading", "عنوان"], read: text(200), needed: true },
    body: { headings: ["Text", "Body", "Message"], read: paragraphs(2_000), needed: true },
    published: {
      headings: ["Published", "Publish on", "Date", "تاریخ"],
      ...{ read: date, type: "date", needed: true },
    },
    published_time: { headings: ["Time", "Publish at"], read: time, type: "time" },
    expires: { headings: ["Expires", "Until", "Last day"], read: date, type: "date" },
    programme,
  },
  key: ["announcement", "language"],
  resolve: `SELECT staged.*, programme.id AS programme_id, ${id} AS id,
      (published + coalesce(published_time, '09:00')) AT TIME ZONE 'Asia/Karachi' AS published_at,
      (expires + 1)::timestamp AT TIME ZONE 'Asia/Karachi' AS expires_at
    FROM staged LEFT JOIN ${byCodeOrName("programmes")} programme ON programme.called = upper(staged.programme)`,
  checks: [
    ["programme", "there is no such programme", "programme IS NOT NULL AND programme_id IS NULL"],
    ["expires", "is before it is published", "expires < published"],
    [
      "announcement",
      "says something else than another line of the same announcement (topic, programme, or when)",
      `id IN (SELECT id FROM resolved GROUP BY id HAVING count(DISTINCT ${common}) > 1)`,
    ],
  ],
  async write({ run }) {
    const written = await run(
      counted(`
      INSERT INTO announcements AS announcement (id, topic_id, programme_id, published_at, expires_at)
      SELECT DISTINCT ON (id) id, topic, programme_id, published_at, expires_at FROM resolved ORDER BY id, line
      ON CONFLICT (id) DO UPDATE SET topic_id = EXCLUDED.topic_id, programme_id = EXCLUDED.programme_id,
        published_at = EXCLUDED.published_at, expires_at = EXCLUDED.expires_at
      WHERE (announcement.topic_id, announcement.programme_id, announcement.published_at, announcement.expires_at)
        IS DISTINCT FROM (EXCLUDED.topic_id, EXCLUDED.programme_id, EXCLUDED.published_at, EXCLUDED.expires_at)`),
    );
    const texts = await run(
      counted(`
      INSERT INTO announcement_texts AS text (announcement_id, language, title, body)
      SELECT id, language, title, body FROM resolved
      ON CONFLICT (announcement_id, language) DO UPDATE SET title = EXCLUDED.title, body = EXCLUDED.body
      WHERE (text.title, text.body) IS DISTINCT FROM (EXCLUDED.title, EXCLUDED.body)`),
    );
    return together(written, texts);
  },
  afterwards: "Who wants to know is told within the hour, if it was published in the last two days.",
};
