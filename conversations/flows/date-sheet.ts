import { z } from "zod";
import type { DateSheet, Examination, Paper } from "../../api/contract/exams.ts";
import type { Language } from "../../api/contract/shared.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import type { Markup } from "../engine/markup.ts";
import type { Question } from "../engine/question.ts";
import { look } from "../engine/questions/look.ts";
import { asksForNext } from "../understanding/asks-for-next.ts";
import {
  clockTime,
  dateName,
  namedIn,
  placedIn,
  semesterName,
  titledIn,
  weekdayName,
} from "../words/names.ts";
import type { Translate } from "../words/words.ts";

/** The student's papers to come: what is next, where, and all of them day by day. */
export const dateSheet = flow("date-sheet")
  .called("exams-date-sheet")
  .needs("student")
  .about("course", "course-code")
  .ask(
    "view",
    followed(
      look<{ course?: string }, { announced: boolean; slip: boolean }>(
        async ({ api, t, language, answers: { course } }) => {
          const sheet = calledIn(language, await api.dateSheet());
          const { examinations } = sheet;
          const slip = examinations.some((one) => one.slip !== null);
          const facts = { announced: examinations.length > 0, slip };
          if (course !== undefined) {
            const one = examinations.find(({ papers }) => papers.some(({ code }) => code === course));
            return { text: one ? paperOf(t, one, course) : await noPaper({ api, t }, course, sheet), facts };
          }
          const text = [ahead(t, sheet), ...examinations.map((one) => papersOf(t, one))].join("\n\n");
          return { text, facts };
        },
        {
          calendar: {
            label: "date-sheet-calendar",
            when: (_, { announced }) => announced,
            do: ({ send, t }) =>
              send(
                { path: "/v1/me/date-sheet.ics", name: "date-sheet.ics", type: "text/calendar" },
                t("date-sheet-calendar-caption"),
              ),
          },
          slip: {
            label: "exams-roll-number-slip",
            when: (_, { slip }) => slip,
            do: { open: "roll-number-slip" },
          },
          all: {
            label: "date-sheet-all",
            when: ({ answers }, { announced }) => announced && answers.course !== undefined,
            do: { reopen: "course" },
          },
        },
        { keep: true },
      ),
    ),
  );

/** Which paper was told of last. */
const Told = z.object({ told: z.string() });

/** "And after that?" is answered with the paper that comes after the one that was told of. */
function followed<A extends { course?: string }>(sheet: Question<A, never>): Question<A, never> {
  return {
    ...sheet,
    ask: (context, draft) => sheet.ask(context, Told.safeParse(draft).success ? "shown" : draft),
    async read(input, context, draft) {
      if (input.kind !== "text" || !asksForNext(input.text)) return sheet.read(input, context, draft);
      const { api, language, answers, t } = context;
      const { examinations, next } = calledIn(language, await api.dateSheet());
      const told = Told.safeParse(draft).data?.told ?? answers.course ?? next?.code;
      const papers = examinations
        .flatMap((one) => one.papers)
        .toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
      const later = papers.slice(papers.findIndex(({ code }) => code === told) + 1)[0];
      if (papers.length === 0) return sheet.read(input, context, draft);
      return later
        ? { stay: { told: later.code }, say: timeOf(t, later) }
        : { stay: { told: told ?? "" }, say: t("date-sheet-last") };
    },
  };
}

/** Its examinations, centres and courses are called as the chat's language writes them. */
function calledIn(language: Language, sheet: DateSheet): DateSheet {
  const titled = titledIn(language);
  const examinations = sheet.examinations.map((one) => ({
    ...namedIn(language)(one),
    slip: one.slip && { ...one.slip, centre: placedIn(language)(one.slip.centre) },
    papers: one.papers.map(titled),
  }));
  return { ...sheet, examinations, next: sheet.next && titled(sheet.next) };
}

/** The paper that comes next, or why there is none. */
function ahead(t: Translate, { next, awaited, written }: DateSheet): Markup {
  if (next) return t("date-sheet-next", { code: next.code, title: next.title, days: next.inDays });
  if (awaited) return t("date-sheet-awaited", { semester: semesterName(t, awaited) });
  if (written) return t("date-sheet-written", { semester: semesterName(t, written) });
  return t("date-sheet-nothing");
}

/** One paper: when, and where. */
function paperOf(t: Translate, { slip, papers }: Examination, course: string): Markup {
  const when = papers.filter(({ code }) => code === course).map((paper) => timeOf(t, paper));
  return [...when, centreOf(t, slip)].join("\n\n");
}

const timeOf = (t: Translate, { code, title, startsAt, endsAt }: Paper): Markup =>
  t("date-sheet-one", {
    ...{ code, title, weekday: weekdayName(t, startsAt), date: dateName(t, startsAt) },
    ...{ from: clockTime(startsAt), to: clockTime(endsAt) },
  });

/** Why a course has no paper: it is not the student's, or its examination is not announced, or over. */
async function noPaper(
  { api, t }: Pick<Context<unknown>, "api" | "t">,
  course: string,
  sheet: DateSheet,
): Promise<Markup> {
  const { courses } = await api.tutors();
  if (!courses.some(({ code }) => code === course)) return t("course-unlisted", { code: course });
  return [t("date-sheet-no-paper", { code: course }), ahead(t, sheet)].join("\n\n");
}

function papersOf(t: Translate, { name, semester, slip, papers }: Examination): Markup {
  const days = Map.groupBy(papers, ({ startsAt }) => dateName(t, startsAt));
  return [
    t("date-sheet-heading", { semester: semesterName(t, semester), name }),
    // Above the days: on a phone what stands below them is out of sight.
    centreOf(t, slip),
    ...[...days].map(([date, of]) =>
      [
        t("date-sheet-day", { weekday: weekdayName(t, of[0]?.startsAt ?? ""), date }),
        ...of.map((paper) => paperLine(t, paper)),
      ].join("\n"),
    ),
  ].join("\n\n");
}

const centreOf = (t: Translate, slip: Examination["slip"]): Markup =>
  slip
    ? t("date-sheet-centre", {
        name: slip.centre.name,
        address: slip.centre.address,
        rollNumber: slip.rollNumber,
      })
    : t("date-sheet-no-centre");

const paperLine = (t: Translate, { code, title, startsAt, endsAt }: Paper): Markup =>
  t("date-sheet-paper", { code, title, from: clockTime(startsAt), to: clockTime(endsAt) });
