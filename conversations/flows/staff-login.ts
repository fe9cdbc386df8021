import { flow } from "../engine/flow.ts";
import { secret, text } from "../engine/questions/text.ts";

/** A member of staff's chat: e-mail and password. */
export const staffLogin = flow("staff-login")
  .ask("email", text("staff-email", { most: 254 }))
  .ask(
    "password",
    secret(({ t, deletesReceived }) => t(deletesReceived ? "staff-password" : "staff-password-kept")),
  )
  .finish(
    async ({ api, address, answers: { email, password }, logStaffIn, say, t }) => {
      const login = await api.staffLogin({ body: { ...address, email, password } });
      logStaffIn(login);
      say(t("staff-logged-in", { name: login.staff.name }));
    },
    { reopen: { "wrong-staff-credentials": "email" } },
  );
