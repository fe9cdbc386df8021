import { type Login, shortestPassword } from "../../api/contract/auth.ts";
import { registrationNumberOf, WrittenRegistrationNumber } from "../../api/contract/registration-number.ts";
import { nameIn } from "../../api/contract/shared.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import type { Question } from "../engine/question.ts";
import { formed, secret } from "../engine/questions/text.ts";
import { lacksNumber } from "../understanding/lacks-number.ts";

/** Whose chat this is: on the university's own page, by a link for this chat alone, or here with number and password. */
export const login = flow("login")
  .called("menu-log-in")
  .ask("where", loginPage(), { when: (_, { links }) => links })
  .ask("registrationNumber", registrationNumber(), { named: "registration-number" })
  .ask("password", password())
  .finish(
    async (context) => {
      const { registrationNumber, password } = context.answers;
      const { address, language } = context;
      const body = { ...address, language, registrationNumber, password };
      welcome(context, await context.api.login({ body }));
    },
    { reopen: { "wrong-credentials": "password" } },
  )
  .on("login-completed", async (context, { link = "" }) => {
    const { address, language } = context;
    const body = { ...address, language };
    welcome(context, await context.api.redeemLoginLink({ params: { id: link }, body }));
  });

function welcome<A>({ logIn, say, t, language }: Context<A>, done: Login): void {
  logIn(done);
  say(t("login-done", { name: nameIn(language, done.student) }));
}

/** Who has none at hand is told where it stands, and the question stays. */
function registrationNumber<A>(): Question<A, string> {
  const number = formed<A>(
    "login-registration-number",
    WrittenRegistrationNumber,
    "login-registration-number-again",
  );
  return {
    ...number,
    read: (input, context, draft) =>
      input.kind === "text" && lacksNumber(input.text)
        ? { stay: undefined, say: context.t("login-registration-number-lost") }
        : number.read(input, context, draft),
  };
}

/** Who writes a registration number once more begins with that one: it is nobody's password, and no attempt. */
function password<A extends { registrationNumber: string }>(): Question<A, string> {
  const word = secret<A>(
    ({ t, answers: { registrationNumber }, deletesReceived }) =>
      t(deletesReceived ? "login-password" : "login-password-kept", { registrationNumber }),
    {
      otherwise: {
        ...{ label: "login-forgot", open: "forgot-password" },
        with: ({ registrationNumber }) => ({ registrationNumber }),
      },
      least: shortestPassword,
    },
  );
  return {
    ...word,
    read(input, context, draft) {
      const registrationNumber = input.kind === "text" ? registrationNumberOf(input.text) : undefined;
      return registrationNumber === undefined
        ? word.read(input, context, draft)
        : { open: "login", with: { where: "chat", registrationNumber } };
    },
  };
}

/** The link to the page; who would rather write here does, and a registration number says so as well. */
function loginPage<A>(): Question<A, "chat"> {
  return {
    async ask({ api, address, language, t }) {
      const { url } = await api.createLoginLink({ body: { ...address, language } });
      return {
        text: t("login-link"),
        links: [{ url, label: t("login-link-button") }],
        choices: [{ id: "chat", label: t("login-here") }],
      };
    },
    read(input, { t }) {
      if (input.kind === "choice") return { answer: "chat" };
      const number = input.kind === "text" ? registrationNumberOf(input.text) : undefined;
      if (number === undefined) return { again: t("login-link-waiting") };
      return { answer: "chat", more: [["registrationNumber", number]] };
    },
  };
}
