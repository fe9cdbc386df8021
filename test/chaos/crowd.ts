import type { Database } from "../../prisma/database.ts";

/** What opens everybody's account. */
export const password = "demo-pass-1";

/**
 * Makes a crowd of the demo university's students: all have the same password, and none wants news. The program goes by
 * today's date; on some days the demo's calendar has something to remind of, which would be taken for an answer.
 * @returns their registration numbers
 */
export async function crowdOf({ client }: Pick<Database, "client">): Promise<string[]> {
  const { passwordHash } = await client.student.findUniqueOrThrow({
    where: { registrationNumber: "22P-123456" },
  });
  await client.student.updateMany({ data: { passwordHash } });
  await client.$executeRaw`
    INSERT INTO subscriptions (student_id, topic_id, subscribed)
    SELECT students.id, topics.id, false FROM students CROSS JOIN topics
    ON CONFLICT (student_id, topic_id) DO UPDATE SET subscribed = false`;
  const students = await client.student.findMany({ orderBy: { registrationNumber: "asc" } });
  return students.map(({ registrationNumber }) => registrationNumber);
}
