import { Problem } from "../contract/problems.ts";
import { WrittenMobile } from "../contract/written.ts";
import { accountOf } from "../logins/account.ts";
import { attempt, settle } from "../logins/attempt.ts";
import { createCode, tryCode } from "../logins/codes.ts";
import { createLink, takeLink } from "../logins/links.ts";
import { logIn } from "../logins/log-in.ts";
import { disownPassword, newPassword, setPassword } from "../logins/set-password.ts";
import type { Serve } from "../plugins/served.ts";
import { codeLetter } from "../post/code-letter.ts";
import { recordAudit } from "../records/audit.ts";
import type { University } from "../university.ts";

/** Who a chat is: passwords, links and logging out. */
export function authRoutes(serve: Serve, university: University): void {
  const { now, publicUrl, post } = university;

  serve("login", async ({ body, once }) => {
    const { registrationNumber, password, ...address } = body;
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

  serve(
    "requestLoginCode",
    async ({ body: { registrationNumber: account, by, language, ...address }, once }) => {
      const student = await accountOf(university, account);
      const to = by === "email" ? student?.email : student?.phone;
      let code: string | undefined;
      const answer = await once(async (tx) => {
        code = await createCode(
          tx,
          university,
          { account, address, language },
          to ? student!.id : null,
          now(),
        );
        return { done: true as const };
      });
      if (code !== undefined && to) post.send(by, codeLetter(to, code, language, university.name));
      return answer;
    },
  );

  serve("checkLoginCode", ({ body: { code, ...address }, once }) =>
    once(async (tx) => {
      const tried = await tryCode(tx, university, address, code, now());
      return tried instanceof Problem ? tried : { done: true as const };
    }),
  );

  serve(
    "checkContact",
    async ({ body: { registrationNumber: account, phone, language, ...address }, once }) => {
      const student = await accountOf(university, account);
      const registered =
        student?.phone !== undefined && WrittenMobile.safeParse(phone).data === student.phone;
      return once(async (tx) => {
        const forgotten = { account, address, language };
        await createCode(tx, university, forgotten, registered ? student.id : null, now(), registered);
        return registered ? { done: true as const } : new Problem("contact-not-registered");
      });
    },
  );

  serve("setPassword", async ({ body: { password, ...address }, once }) => {
    const set = await newPassword(university, address, password);
    const login = await once((tx) => setPassword(tx, set, address, now()));
    university.bell.ring();
    return login;
  });

  serve("disownPassword", ({ student, once }) =>
    once(async (tx) => {
      await disownPassword(tx, student.id, now());
      return { done: true as const };
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
