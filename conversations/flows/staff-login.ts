import { shortestPassword } from "../../api/contract/auth.ts";
import type { StaffSummary } from "../../api/contract/desk.ts";
import { Problem } from "../../api/contract/problems.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import { secret, text } from "../engine/questions/text.ts";

/** What stands in place of the e-mail where the chat is linked: who it is need not be asked. */
const linked = "";

/** A member of staff's chat: e-mail and password, unless it was linked, which may have been done in the desk's group. */
export const staffLogin = flow("staff-login")
  .ask("email", {
    ...text("staff-email", { most: 254 }),
    known: async (context) => ((await memberHere(context)) ? linked : undefined),
  })
  .ask(
    "password",
    secret(({ t, deletesReceived }) => t(deletesReceived ? "staff-password" : "staff-password-kept"), {
      least: shortestPassword,
    }),
    { when: ({ email }) => email !== linked },
  )
  .finish(
    async (context) => {
      const { api, address, answers, logStaffIn, say, t } = context;
      const { email, password = "" } = answers;
      const member = email === linked ? await memberHere(context) : undefined;
      if (member) {
        logStaffIn({ staff: member });
        return say(t("staff-linked", { name: member.name }));
      }
      const login = await api.staffLogin({ body: { ...address, email, password } });
      logStaffIn(login);
      say(t("staff-logged-in", { name: login.staff.name }));
    },
    { reopen: { "wrong-staff-credentials": "email" } },
  );

/** Whose chat this is at the API. */
async function memberHere({ api, address }: Context<unknown>): Promise<StaffSummary | undefined> {
  try {
    return await api.for({ staffChat: address }).staffMe();
  } catch (error) {
    if (error instanceof Problem && error.code.startsWith("staff-login-")) return undefined;
    throw error;
  }
}
