import { shortestPassword } from "../../api/contract/auth.ts";
import { flow } from "../engine/flow.ts";
import { secret } from "../engine/questions/text.ts";

/** The password once more, after the student was away. The API asks for it; what needed it then goes on. */
export const confirmPassword = flow("confirm-password")
  .needs("student")
  .ask(
    "password",
    secret(({ t, deletesReceived }) => t(deletesReceived ? "confirm-password" : "confirm-password-kept"), {
      least: shortestPassword,
    }),
  )
  .finish(
    async ({ api, answers }) => void (await api.confirmPassword({ body: { password: answers.password } })),
    {
      reopen: { "wrong-credentials": "password" },
    },
  );
