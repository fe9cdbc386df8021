import type { Language } from "../contract/shared.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import type { Transaction } from "../university.ts";
import { recordAudit } from "./audit.ts";

/**
 * What a student may choose: the language of all chats, whether this chat asks for the password again, and whether what
 * is not understood may be kept.
 */
export type Preferences = {
  language?: Language | undefined;
  askAgain?: boolean | undefined;
  keepsPhrases?: boolean | undefined;
};

/** Keeps what the student chose; what is left out stays as it is. @returns the student as from now on */
export async function choose(
  tx: Transaction,
  student: LoggedIn,
  { language = student.language ?? undefined, askAgain = student.link.askAgain, keepsPhrases }: Preferences,
  now: Date,
): Promise<LoggedIn> {
  if (language && language !== student.language) {
    await tx.student.update({ where: { id: student.id }, data: { language } });
  }
  if (askAgain !== student.link.askAgain) {
    // The idle time counts from the choice.
    await tx.chatLink.update({ where: { id: student.link.id }, data: { askAgain, lastSeenAt: now } });
  }
  if (keepsPhrases !== undefined) {
    await tx.student.update({ where: { id: student.id }, data: { keepsPhrases } });
  }
  await recordAudit(tx, now, {
    ...{ actor: "student", actorId: student.id, action: "preferences" },
    ...{ subject: "student", subjectId: student.id },
    from: { language: student.language, askAgain: student.link.askAgain },
    to: { language: language ?? null, askAgain, ...(keepsPhrases !== undefined && { keepsPhrases }) },
  });
  return { ...student, language: language ?? null, link: { ...student.link, askAgain } };
}
