import { Problem } from "../contract/problems.ts";
import type { Serve } from "../plugins/served.ts";
import { chatKnown, chatsOf, logOutChat } from "../records/chats.ts";
import { choose } from "../records/preferences.ts";
import { profileOf } from "../records/profile.ts";
import { summaryOf } from "../records/summary.ts";
import type { University } from "../university.ts";

/** The student's own record, and what the student may choose. */
export function meRoutes(serve: Serve, university: University): void {
  serve("profile", ({ student }) => profileOf(university, student));

  serve("chats", ({ student }) => chatsOf(university.database.client, student, university.now()));

  serve("chatKnown", ({ body }) => chatKnown(university, body));

  serve("logOutChat", ({ student, params: { id }, once }) =>
    once(async (tx) => {
      await logOutChat(tx, student.id, id, university.now());
      return { done: true as const };
    }),
  );

  serve("updatePreferences", async ({ student, body, once }) => {
    // Whoever finds the phone must not be able to switch the question off.
    if (student.link.passwordDue && body.askAgain === false) throw new Problem("password-required");
    return once(async (tx) => summaryOf(await choose(tx, student, body, university.now())));
  });
}
