import type { StudentSummary } from "../contract/auth.ts";
import type { LoggedIn } from "../logins/find-login.ts";

/** What a chat may know of the student who is logged in there. */
export function summaryOf(student: LoggedIn): StudentSummary {
  const { registrationNumber, name, nameUrdu, programme, language, link } = student;
  return { registrationNumber, name, nameUrdu, programme, language, askAgain: link.askAgain };
}
