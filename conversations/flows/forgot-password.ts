import { asciiDigits } from "../../api/contract/digits.ts";
import { Problem, type ProblemCode } from "../../api/contract/problems.ts";
import { WrittenRegistrationNumber } from "../../api/contract/registration-number.ts";
import { nameIn } from "../../api/contract/shared.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import type { Question, Reading } from "../engine/question.ts";
import { formed, secret } from "../engine/questions/text.ts";
import { problemSentence } from "../engine/refusal.ts";
import { asksToResend } from "../understanding/asks-to-resend.ts";
import { languageNamed } from "../understanding/language-named.ts";

type Way = "email" | "phone" | "contact";
type Whose = { registrationNumber: string };

/** A new password, also for the first login: for whoever can read the registered e-mail or phone, or has its number. */
export const forgotPassword = flow("forgot-password")
  .called("login-forgot")
  .ask(
    "registrationNumber",
    {
      ...formed("login-registration-number", WrittenRegistrationNumber, "login-registration-number-again"),
      // Who is logged in has said it.
      known: async ({ student }) => student?.registrationNumber,
    },
    { named: "registration-number" },
  )
  .ask("way", way())
  .ask("code", code(), { when: (answers) => answers.way !== "contact" })
  .ask("contact", contact(), { when: (answers) => answers.way === "contact" })
  .ask(
    "password",
    secret(({ t, deletesReceived }) => t(deletesReceived ? "forgot-new" : "forgot-new-kept")),
  )
  .finish(
    async ({ api, address, answers, logIn, say, t, language }) => {
      const login = await api.setPassword({
        body: { ...address, language, password: answers.password },
      });
      logIn(login);
      say(t("forgot-done", { name: nameIn(language, login.student) }));
    },
    { reopen: { "weak-password": "password", "code-expired": "way" } },
  );

/** How the student proves who they are. A code is on its way when this is answered. */
function way<A extends Whose>(): Question<A, Way> {
  return {
    values: ["email", "phone", "contact"],
    async ask({ t, sharesContact, phone }) {
      return {
        text: t("forgot-way"),
        choices: [
          ...(sharesContact || phone !== undefined ? [{ id: "contact", label: t("forgot-by-contact") }] : []),
          { id: "email", label: t("forgot-by-email") },
          { id: "phone", label: t("forgot-by-phone") },
        ],
      };
    },
    async read(input, context) {
      if (input.kind !== "choice") return { again: context.t("again-choice") };
      if (input.id === "contact") return known(context);
      const by = input.id === "phone" ? "phone" : "email";
      return unless(["too-many-codes"], context, async () => {
        await sendCode(context, by);
        return { answer: by };
      });
    },
  };
}

/** Where the messenger has told the number already, nobody needs to share it. */
async function known(context: Context<Whose>): Promise<Reading<Way>> {
  const { phone } = context;
  if (phone === undefined) return { answer: "contact" };
  return unless(["contact-not-registered", "too-many-codes"], context, async () => {
    await proveWith(context, phone);
    return { answer: "contact", more: [["contact", "proven"]] };
  });
}

async function proveWith({ api, address, language, answers, say, t }: Context<Whose>, phone: string) {
  const { registrationNumber } = answers;
  await api.checkContact({ body: { ...address, registrationNumber, phone, language } });
  say(t("forgot-contact-right"));
}

async function sendCode({ api, address, language, answers }: Context<Whose>, by: "email" | "phone") {
  const { registrationNumber } = answers;
  await api.requestLoginCode({ body: { ...address, registrationNumber, by, language } });
}

/** The six digits. What is kept is only that they were right. */
function code<A extends Whose & { way: Way }>(): Question<A, "proven"> {
  return {
    seals: true,
    // Whoever writes that no code has come wants this, and no other conversation but that of the language.
    freeText: true,
    means: (text) => (asksToResend(text) ? "again" : undefined),
    ask: async ({ t, answers }) => ({
      text: t(answers.way === "phone" ? "forgot-code-phone" : "forgot-code-email", answers),
      choices: [{ id: "again", label: t("forgot-code-again") }],
      expects: "text",
    }),
    async read(input, context): Promise<Reading<"proven">> {
      const { api, address, answers, t } = context;
      if (input.kind === "choice") {
        return unless(["too-many-codes"], context, async () => {
          await sendCode(context, answers.way === "phone" ? "phone" : "email");
          return { stay: undefined, say: t("forgot-code-sent") };
        });
      }
      const digits =
        input.kind === "text" ? asciiDigits(input.text.normalize("NFKC")).replace(/\D/g, "") : "";
      const language = digits === "" && input.kind === "text" ? languageNamed(input.text) : undefined;
      if (language) return { open: "language", with: { language } };
      if (digits === "") return { again: t("forgot-code-missing") };
      if (digits.length !== 6) return { again: t("forgot-code-form") };
      return unless(["wrong-code", "code-expired"], context, async () => {
        await api.checkLoginCode({ body: { ...address, code: digits } });
        return { answer: "proven" };
      });
    },
  };
}

/** The messenger's word that this chat has the registered number. */
function contact<A extends Whose>(): Question<A, "proven"> {
  return {
    seals: true,
    ask: async ({ t }) => ({
      text: t("forgot-contact"),
      choices: [{ id: "share", label: t("forgot-contact-share") }],
      expects: "phone",
    }),
    async read(input, context): Promise<Reading<"proven">> {
      if (input.kind !== "contact" || !input.own) return { again: context.t("forgot-contact-own") };
      return unless(["contact-not-registered", "too-many-codes"], context, async () => {
        await proveWith(context, input.phone);
        return { answer: "proven" };
      });
    },
  };
}

/** Does something, or says why not, and which question is asked next: a wrong code is written again, all else begins anew. */
async function unless<V>(
  expected: readonly ProblemCode[],
  { say, t }: Pick<Context<unknown>, "say" | "t">,
  work: () => Promise<Reading<V>>,
): Promise<Reading<V>> {
  try {
    return await work();
  } catch (problem) {
    if (!(problem instanceof Problem) || !expected.includes(problem.code)) throw problem;
    const sentence = problemSentence(t, problem);
    if (problem.code === "wrong-code") return { again: sentence };
    if (problem.code === "too-many-codes") return { stay: undefined, say: sentence };
    say(sentence);
    return { reopen: "way" };
  }
}
