import { Problem } from "../../api/contract/problems.ts";
import type { RequestFields, RequestType } from "../../api/contract/requests.ts";
import { titleIn } from "../../api/contract/shared.ts";
import { WrittenCnic, WrittenCourseCode, WrittenMobile } from "../../api/contract/written.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import type { Named } from "../engine/meaning.ts";
import { choice } from "../engine/questions/choice.ts";
import { type Sent, sending } from "../engine/questions/sending.ts";
import { formed, text } from "../engine/questions/text.ts";
import { problemSentence } from "../engine/refusal.ts";
import { attach, fileNames, mostFiles } from "./attach.ts";
import { ownName, place, whileEnrolmentIsOpen } from "./file-request-questions.ts";
import { requestKind } from "./request-kind.ts";

type Answers = {
  kind: RequestType;
  name?: string;
  cnic?: string;
  street?: string;
  city?: string;
  phone?: string;
  drop?: string;
  add?: string;
  message?: string;
};

const only = (kind: RequestType) => ({ when: (answers: { kind: RequestType }) => answers.kind === kind });

/** The kind of request that a sentence asks for, or that what it names belongs to. */
function kindIn(named: Named): string | undefined {
  const [type] = named["request-type"] ?? [];
  const belonging: RequestType | undefined = named.phone
    ? "mobile-change"
    : named.cnic
      ? "cnic-correction"
      : undefined;
  return type ?? belonging;
}

/** Asking the university for something: each kind of request with its own questions. */
export const fileRequest = flow("file-request")
  .called("requests-new")
  .needs("student")
  .ask("kind", requestKind(), { named: kindIn })
  .ask("name", ownName(), only("name-correction"))
  .ask("cnic", formed("request-cnic", WrittenCnic, "request-cnic-again"), {
    ...only("cnic-correction"),
    named: "cnic",
  })
  .ask("street", place("request-street", { least: 3, most: 200 }), only("address-change"))
  .ask("city", place("request-city", { least: 2, most: 100 }), only("address-change"))
  .ask("phone", formed("request-phone", WrittenMobile, "request-phone-again"), {
    ...only("mobile-change"),
    named: "phone",
  })
  .ask("instead", whileEnrolmentIsOpen(), only("course-change"))
  .ask(
    "drop",
    choice(
      "request-drop",
      async ({ api, language }) => {
        const { running, courses } = await api.courses();
        return (running ? courses : []).map((course) => ({
          id: course.code,
          label: `${course.code} · ${titleIn(language, course)}`,
        }));
      },
      "request-drop-none",
    ),
    { ...only("course-change"), named: ({ "course-code": [drop, add] = [] }) => add && drop },
  )
  .ask("add", formed("request-add", WrittenCourseCode, "request-add-again"), {
    ...only("course-change"),
    // "1424 with 1431": the first is given up, the second is taken. Of one alone nobody knows which it is.
    named: ({ "course-code": [, add] = [] }) => add,
  })
  .ask("message", text("request-message"), only("general"))
  .ask(
    "sure",
    sending({
      async say(context, files) {
        const { api, t, answers } = context;
        const { types } = await api.requestTypes();
        const needed = types.some(({ type, needsDocument }) => type === answers.kind && needsDocument);
        return [
          t("request-review", { type: t(`request-type-${answers.kind}`), asked: askedFor(answers) }),
          ...(files.length > 0 ? [fileNames(context, files).join("\n")] : []),
          t(needed && files.length === 0 ? "request-document-needed" : "request-document-welcome"),
        ].join("\n\n");
      },
      buttons: ({ t }) => [
        { id: "yes", label: t("request-submit") },
        { id: "no", label: t("request-drop-it") },
      ],
      keep: attach,
      most: mostFiles,
    }),
  )
  .finish(submit, {
    reopen: {
      "course-not-offered": "add",
      "prerequisite-missing": "add",
      "alternatives-chosen": "add",
      "credit-limit-exceeded": "add",
      "not-enrolled": "drop",
      "document-required": "sure",
      "file-gone": "sure",
    },
    // Of these only a course change is told.
    say: {
      "course-not-offered": "request-add-not-offered",
      "prerequisite-missing": "request-add-prerequisite",
      "alternatives-chosen": "request-add-alternatives",
      "credit-limit-exceeded": "request-add-too-much",
      "not-enrolled": "request-drop-not-taken",
    },
  });

async function submit({ api, t, say, open, answers }: Context<Answers & { sure: Sent }>): Promise<void> {
  if (answers.sure.by === "no") return say(t("cancelled"));
  const { message, sure } = answers;
  const files = sure.files.map(({ id }) => id);
  try {
    const { reference } = await api.fileRequest({
      body: { fields: fieldsOf(answers), files, ...(message !== undefined && { message }) },
    });
    say(t("request-filed", { reference }));
  } catch (error) {
    const [reference] = (error instanceof Problem && error.details.about) || [];
    if (!(error instanceof Problem) || error.code !== "request-open-already" || !reference) throw error;
    // What is to be added is added there, and need not be remembered.
    say(t("request-not-filed", { asked: askedFor(answers) }));
    say(problemSentence(t, error));
    open("service-requests", { request: reference });
  }
}

function fieldsOf(answers: Answers): RequestFields {
  const { kind, name = "", cnic = "", street = "", city = "", phone = "", drop = "", add = "" } = answers;
  const fields: { [T in RequestType]: Extract<RequestFields, { type: T }> } = {
    "name-correction": { type: "name-correction", name },
    "cnic-correction": { type: "cnic-correction", cnic },
    "address-change": { type: "address-change", street, city },
    "mobile-change": { type: "mobile-change", phone },
    "course-change": { type: "course-change", drop, add },
    general: { type: "general" },
  };
  return fields[kind];
}

/** What is asked for, as the student wrote it. */
function askedFor({ name, cnic, street, city, phone, drop, add, message }: Answers): string {
  if (drop !== undefined && add !== undefined) return `${drop} → ${add}`;
  if (street !== undefined) return [street, city].join(/\p{Script=Arabic}/u.test(street) ? "، " : ", ");
  return name ?? cnic ?? phone ?? message ?? "";
}
