import type { Change, DeskRequest, DeskStats, Entry, QueuedRequest } from "../../api/contract/desk.ts";
import type { RequestState } from "../../api/contract/requests.ts";
import { type Language, nameIn } from "../../api/contract/shared.ts";
import { type Markup, plain } from "../engine/markup.ts";
import { messengerName, momentName, namedIn } from "./names.ts";
import type { Translate } from "./words.ts";

const fields = {
  ...({ name: "name", nameUrdu: "name", cnic: "cnic" } as const),
  ...({ phone: "phone", address: "address", course: "course" } as const),
};

/** What a request would change, a line each: as it is on record, and as it is to be. */
export const changesIn = (t: Translate, changes: readonly Change[]): Markup[] =>
  changes.map(({ field, from, to }) => {
    const name = fields[field as keyof typeof fields];
    return t("desk-change", {
      field: name ? t(`desk-field-${name}`) : field,
      from: from ?? "—",
      to,
    });
  });

/** A request whose student is called as a language writes them; with programme and office. */
export function calledIn(language: Language, request: DeskRequest): DeskRequest {
  const { student } = request;
  const { programme, programmeUrdu, regionalOffice, regionalOfficeUrdu } = student;
  return {
    ...request,
    student: {
      ...namedIn(language)(student),
      programme: nameIn(language, { name: programme, nameUrdu: programmeUrdu }),
      regionalOffice: nameIn(language, { name: regionalOffice, nameUrdu: regionalOfficeUrdu }),
    },
  };
}

/** A request as it stands, for staff: what it is about, whose it is, and until when. */
export function cardOf(t: Translate, request: DeskRequest): Markup {
  const { reference, type, state, student, assignee, changes, files, earlier, urgent } = request;
  const due = dueOf(t, request);
  const messengers = new Set(student.channels.map((channel) => messengerName(t, channel)));
  const reached = student.blocked
    ? t("desk-blocked")
    : messengers.size === 0
      ? t("desk-nowhere")
      : t("desk-reached", { channels: [...messengers].join(" · ") });
  const before = earlier.last.map((one) =>
    t("requests-choice", {
      reference: one.reference,
      type: t(`request-type-${one.type}`),
      state: t(`request-state-${one.state}`),
    }),
  );
  return [
    t("requests-detail", { reference, type: t(`request-type-${type}`), state: t(`request-state-${state}`) }),
    ...(urgent ? [t("desk-urgent")] : []),
    t("desk-student", student),
    [
      reached,
      ...(assignee ? [t("desk-assignee", { name: assignee })] : []),
      ...(due ? [due] : []),
      ...(before.length > 0 ? [t("desk-earlier", { count: earlier.count }), ...before] : []),
    ].join("\n"),
    ...(changes.length > 0 ? [changesIn(t, changes).join("\n")] : []),
    ...(files.length > 0 ? [files.map(({ name }) => t("files-name", { name })).join("\n")] : []),
  ].join("\n\n");
}

function dueOf(t: Translate, request: DeskRequest): Markup | undefined {
  const { open, firstAnsweredAt, firstAnswerDue, resolutionDue } = request;
  if (!open) return undefined;
  if (!firstAnsweredAt && firstAnswerDue)
    return t("desk-due-answer", { when: momentName(t, firstAnswerDue) });
  return resolutionDue ? t("desk-due-resolution", { when: momentName(t, resolutionDue) }) : undefined;
}

const events = [
  ...["filed", "take", "assign", "ask-for-document", "approve", "reject", "close", "reopen", "withdraw"],
  ...["answer", "hand-back", "rated", "first-answer-soon", "first-answer-late", "resolution-soon"],
  "resolution-late",
] as const;

/** One thing said or done, for staff. @param student the student's name */
export function entryIn(t: Translate, entry: Entry, student: string): Markup {
  const name = entry.by ?? plain(t("requests-university"));
  if (entry.kind === "event") {
    const known = events.find((event) => event === entry.event);
    return known
      ? t(`desk-event-${known as "rated"}`, { name, note: entry.body } as never).trim()
      : (entry.event ?? "");
  }
  if (entry.deleted) return t("desk-entry-deleted", { name });
  const body = entry.editedAt ? plain(t("desk-entry-edited", { body: entry.body })) : entry.body;
  const files = entry.files.map((file) => t("files-name", { name: file.name }));
  return [saidIn(t, entry, { name, student, body }), ...files].join("\n");
}

function saidIn(
  t: Translate,
  { author, kind }: Entry,
  { name, student, body }: { name: string; student: string; body: string },
): Markup {
  if (author === "student") return t("desk-entry-student", { name: student, body });
  if (author === "system") return t("desk-entry-before", { body });
  return t(kind === "note" ? "desk-entry-note" : "desk-entry-staff", { name, body });
}

/** Nothing is left to be done with it. */
const over: ReadonlySet<RequestState> = new Set(["approved", "rejected", "withdrawn", "closed"]);

/** A request in a list, in one line: what is pressing is marked; of what is over it is told how it ended. */
export function queueLine(
  t: Translate,
  language: Language,
  { reference, type, state, student, assignee, urgent, overdue }: QueuedRequest,
): Markup {
  const isOver = over.has(state);
  const line = t("group-line", {
    ...{ reference, type: plain(t(`request-type-${type}`)), name: nameIn(language, student) },
    who: isOver ? plain(t(`request-state-${state}`)) : (assignee ?? plain(t("group-nobody"))),
  });
  return `${urgent && !isOver ? "🔥 " : ""}${overdue ? "⏰ " : ""}${line}`;
}

/** The desk in figures. */
export function statsIn(t: Translate, stats: DeskStats): Markup {
  const { medianFirstAnswer: median, satisfaction } = stats;
  return t("group-stats", {
    ...{ open: stats.open, waiting: stats.waiting, overdue: stats.overdue, ratings: stats.ratings },
    median: median === null ? "—" : plain(durationIn(t, Math.round(median))),
    satisfaction: satisfaction === null ? "—" : `${satisfaction.toFixed(1)} / 5`,
  });
}

const durationIn = (t: Translate, minutes: number): Markup =>
  minutes < 60
    ? t("group-minutes", { minutes })
    : t("group-hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
