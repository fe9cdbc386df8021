import { Problem } from "../contract/problems.ts";
import { owe } from "../deliveries/owe.ts";
import { recordAudit } from "../records/audit.ts";
import type { University } from "../university.ts";
import { attempt, settle } from "./attempt.ts";
import { completeLink, type OpenLink } from "./links.ts";

/**
 * Completes a login link with what was typed on its page. The chat that asked is told by a delivery, and redeems it.
 * @returns false if somebody was first, or it is too late
 * @throws {Problem} `wrong-credentials` or `too-many-attempts`
 */
export async function completeLogin(
  university: University,
  link: OpenLink,
  typed: { registrationNumber: string; password: string },
): Promise<boolean> {
  const { database, now, bell } = university;
  const { id, address } = link;
  const tried = await attempt(university, { ...typed, address });
  const outcome = await database.client.$transaction(async (tx) => {
    const student = await settle(tx, tried, now());
    if (student instanceof Problem) return student;
    if (!(await completeLink(tx, id, student, now()))) return false;
    const owed = { ...address, kind: "login-completed", payload: { link: id } } as const;
    await owe(tx, [{ ...owed, key: `login-completed:${id}`, studentId: student }], now());
    await recordAudit(tx, now(), {
      ...{ actor: "student", actorId: student, action: "login-link-completed" },
      ...{ subject: "student", subjectId: student, to: { channel: address.channel, link: id } },
    });
    return true;
  });
  if (outcome instanceof Problem) throw outcome;
  if (outcome) bell.ring();
  return outcome;
}
