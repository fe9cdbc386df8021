import { randomUUID } from "node:crypto";
import { newId } from "../../api/import/kind.ts";
import type { Channel } from "../../bot/channels/channel.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { staffPasswords, type testUniversity } from "../university.ts";

type University = Awaited<ReturnType<typeof testUniversity>>;

/** So many are made by one statement: none may take longer than a student waits. */
const atOnce = 50_000;

/**
 * So many more students with a chat each, without a query for each: as much as the demo's first student. Their ids are as an
 * import gives them, in order; they have logged in in any order.
 * @param options.firstChat gives chats numbers from here on, as Telegram's have
 */
export async function crowd(
  { database }: Pick<University, "database">,
  count: number,
  {
    channel = "telegram",
    prefix = "40",
    firstChat,
  }: { channel?: string; prefix?: string; firstChat?: number } = {},
): Promise<void> {
  for (let from = 0; from < count; from += atOnce)
    await database.client.$executeRaw`
    WITH model AS (SELECT * FROM students WHERE registration_number = '22P-123456'), made AS (
      INSERT INTO students (id, registration_number, name, father_name, programme_id, regional_office_id, admitted_semester_id, language)
      SELECT ${Prisma.raw(newId)}, ${prefix} || chr(65 + (n / 1000000)) || '-' || lpad((n % 1000000)::text, 6, '0'),
        'Student ' || n, 'Somebody', model.programme_id, model.regional_office_id, model.admitted_semester_id,
        (ARRAY['en', 'ur', 'ur-Latn'])[1 + n % 3]
      FROM model, generate_series(${from}::int, ${Math.min(from + atOnce, count) - 1}::int) n
      RETURNING id, registration_number
    )
    INSERT INTO chat_links (id, student_id, channel, chat, token_hash, expires_at)
    SELECT gen_random_uuid(), id, ${channel},
      coalesce((${firstChat ?? null}::bigint + right(registration_number, 6)::int)::text, 'chat-' || registration_number),
      registration_number, '2030-01-01'
    FROM made ORDER BY md5(registration_number)`;
}

/** Somebody who may broadcast, as the API knows them. */
export async function announcer(
  { api }: Pick<University, "api">,
  who: keyof typeof staffPasswords = "supervisor",
) {
  const body = {
    ...{ channel: "telegram", chat: randomUUID() },
    ...{ email: `${who}@rabta.example`, password: staffPasswords[who] },
  };
  const { token } = await api.for({ idempotencyKey: randomUUID() }).staffLogin({ body });
  return () => api.for({ token, idempotencyKey: randomUUID() });
}

/** A channel that can what Telegram can, and sends as it is told. */
export const channelOf = (send: Channel["send"]): Channel => ({
  name: "telegram",
  can: {
    ...{ choices: "buttons", textLength: 4096, captionLength: 1024, choiceCount: 90 },
    ...{ deletesReceived: true, sharesContact: true },
  },
  start: async () => {},
  stop: async () => {},
  fetchFile: async () => new Uint8Array(),
  send,
});
