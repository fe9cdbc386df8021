import { type RequestFields, type RequestType, requestTypes } from "../../api/contract/requests.ts";
import { WrittenCnic, WrittenCourseCode, WrittenMobile } from "../../api/contract/written.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import type { Named } from "../engine/meaning.ts";
import type { Question } from "../engine/question.ts";
import { choice } from "../engine/questions/choice.ts";
import { type Sent, sending } from "../engine/questions/sending.ts";
import { formed, text } from "../engine/questions/text.ts";
import { answerIn, isOtherwiseMeant, wordsOf } from "../understanding/answer-in.ts";
import { isParentsName, WrittenOwnName } from "../understanding/own-name.ts";
import { attach, fileNames, mostFiles } from "./attach.ts";

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
  .ask(
    "kind",
    choice<unknown, RequestType>(
      "request-kind",
      requestTypes.map((type) => [type, `request-type-${type}`] as const),
    ),
    { named: kindIn },
  )
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
  .ask(
    "drop",
    choice(
      "request-drop",
      async ({ api }) =>
        (await api.courses()).courses.map(({ code, title }) => ({ id: code, label: `${code} · ${title}` })),
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
      "not-enrolled": "drop",
      "document-required": "sure",
      "file-gone": "sure",
    },
  });

/** The student's own name. What is done about a parent's is answered, and the question stands again. */
function ownName<A>(): Question<A, string> {
  const name = formed<A>("request-name", WrittenOwnName, "request-name-again");
  return {
    ...name,
    read: (input, context, draft) =>
      input.kind === "text" && isParentsName(input.text)
        ? { open: "help-wrong" }
        : name.read(input, context, draft),
  };
}

const placeNouns = {
  "request-street": wordsOf("address pata patta پتہ پتا"),
  "request-city": wordsOf("city shehar shehr sheher شہر"),
};

/** A part of an address: no *yes*, and nothing else that the house is known to be asked for. */
function place<A>(
  say: keyof typeof placeNouns,
  lengths: { least: number; most: number },
): Question<A, string> {
  const words = text<A>(say, { ...lengths, detail: true });
  return {
    ...words,
    read(input, context, draft) {
      if (input.kind !== "text") return words.read(input, context, draft);
      if (isOtherwiseMeant(input.text)) return { again: context.t(`${say}-again`) };
      const itself = answerIn(input.text, placeNouns[say], "led");
      return words.read(itself === "" ? input : { kind: "text", text: itself }, context, draft);
    },
  };
}

async function submit({ api, t, say, answers }: Context<Answers & { sure: Sent }>): Promise<void> {
  if (answers.sure.by === "no") return say(t("cancelled"));
  const { message, sure } = answers;
  const files = sure.files.map(({ id }) => id);
  const { reference } = await api.fileRequest({
    body: { fields: fieldsOf(answers), files, ...(message !== undefined && { message }) },
  });
  say(t("request-filed", { reference }));
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
