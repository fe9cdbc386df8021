import { Problem } from "../contract/problems.ts";
import { attempt, settle } from "../logins/attempt.ts";
import { createLink, takeLink } from "../logins/links.ts";
import { logIn } from "../logins/log-in.ts";
import type { Serve } from "../plugins/served.ts";
import { recordAudit } from "../records/audit.ts";
import type { University } from "../university.ts";

/** Who a chat is: passwords, links and logging out. */
export function authRoutes(serve: Serve, university: University): void {
  const { now, publicUrl } = university;

  serve("login", async ({ body, once }) => {
    const { channel, chat, registrationNumber, password } = body;
    const address = { channel, chat };
    const tried = await attempt(university, { registrationNumber, password, address });
    return once(async (tx) => {
      const student = await settle(tx, tried, now());
      return student instanceof Problem ? student : logIn(tx, student, address, now());
    });
  });

  serve("createLoginLink", async ({ body: { language, ...address }, once }) => {
    if (!publicUrl) throw new Problem("links-not-available");
    return once(async (tx) => {
      const { token, expiresAt } = await createLink(tx, address, language, now());
      return { url: `${publicUrl}/login/${token}`, expiresAt: expiresAt.toISOString() };
    });
  });

  serve("redeemLoginLink", ({ params, body, once }) =>
    once(async (tx) => {
      const student = await takeLink(tx, params.id, body, now());
      if (student === undefined) throw new Problem("link-expired");
      return logIn(tx, student, body, now());
    }),
  );

  serve("confirmPassword", async ({ student, body: { password }, once }) => {
    const { registrationNumber, link } = student;
    const { channel, chat } = link;
    const tried = await attempt(university, { registrationNumber, password, address: { channel, chat } });
    return once(async (tx) => {
      const settled = await settle(tx, tried, now());
      if (settled instanceof Problem) return settled;
      await tx.chatLink.update({ where: { id: link.id }, data: { lastSeenAt: now() } });
      return { done: true };
    });
  });

  serve("logout", ({ student, once }) =>
    once(async (tx) => {
      await tx.chatLink.update({ where: { id: student.link.id }, data: { revokedAt: now() } });
      await recordAudit(tx, now(), {
        ...{ actor: "student", actorId: student.id, action: "logout" },
        ...{ subject: "student", subjectId: student.id, to: { link: student.link.id } },
      });
      return { done: true };
    }),
  );
}
