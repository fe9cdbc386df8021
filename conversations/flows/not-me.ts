import { flow } from "../engine/flow.ts";
import { confirm } from "../engine/questions/confirm.ts";
import { look } from "../engine/questions/look.ts";
import { news } from "./news.ts";

/** The password was set in another chat. It stands there until it is read: no deadline takes it away. */
export const passwordChanged = flow("password-changed")
  .needs("student")
  .ask(
    "view",
    look(({ t }) => ({ text: t("password-changed"), facts: undefined }), {
      "not-me": { label: "password-changed-not-me", do: { open: "not-me" } },
    }),
  );

/** Begins {@link passwordChanged} in every chat of the student's. */
export const passwordNotice = news("password-notice", "password-changed", ({ open }) =>
  open("password-changed"),
);

/** Somebody else was in the account: everybody is shown out. */
export const notMe = flow("not-me")
  .called("password-changed-not-me")
  .needs("student")
  .ask("sure", confirm("not-me-sure"))
  .finish(async ({ api, answers, forget, say, t }) => {
    if (answers.sure === "no") return say(t("cancelled"));
    await api.disownPassword();
    forget();
    say(t("not-me-done"));
  });
