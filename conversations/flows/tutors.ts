import type { Tutor, TutoredCourse } from "../../api/contract/courses.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import { type Markup, plain } from "../engine/markup.ts";
import type { Link } from "../engine/message.ts";
import { choice } from "../engine/questions/choice.ts";
import { look } from "../engine/questions/look.ts";
import { openAssignment } from "../words/assignments.ts";
import { namedIn, titledIn } from "../words/names.ts";
import type { Translate } from "../words/words.ts";

type Chosen = Context<{ course: string }>;

/** Who tutors each course, how to reach them, and what is to be sent to them by when. */
export const tutors = flow("tutors")
  .called("menu-tutors")
  .needs("student")
  .ask(
    "course",
    choice(
      "tutors-which",
      async ({ api, t, language }) =>
        (await tutored({ api, language })).courses.map(({ code, title, tutor }) => ({
          id: code,
          label: t(tutor ? "tutors-choice" : "tutors-choice-awaited", { code, title }),
        })),
      "tutors-nothing",
      ({ t }, code) => t("course-unlisted", { code }),
    ),
    { named: "course-code" },
  )
  .ask(
    "view",
    look(
      async ({ api, t, answers, language }) => {
        const { courses, submission, lms } = await tutored({ api, language });
        const course = courses.find(({ code }) => code === answers.course);
        if (!course) return { text: t("problem-not-found"), facts: { label: false, tell: false } };
        const { tutor, asked } = course;
        const upload = submission === "uploaded" ? [{ url: lms, label: plain(t("lms-link")) }] : [];
        return {
          text: textOf(t, course, submission),
          links: [...contactsOf(t, tutor), ...upload],
          facts: { label: submission === "posted" && tutor?.address != null, tell: !tutor && !asked },
        };
      },
      {
        label: { label: "tutors-address-label", when: (_, { label }) => label, do: addressLabel },
        tell: { label: "tutors-tell-me", when: (_, { tell }) => tell, do: tellMe },
        other: { label: "tutors-other-course", do: { reopen: "course" } },
      },
      { keep: true },
    ),
  );

/** The courses and their tutors, called as the chat's language writes them. */
async function tutored({ api, language }: Pick<Context<unknown>, "api" | "language">) {
  const { courses, ...rest } = await api.tutors();
  const called = courses
    .map(titledIn(language))
    .map((course) => ({ ...course, tutor: course.tutor && namedIn(language)(course.tutor) }));
  return { ...rest, courses: called };
}

function addressLabel({ send, t, answers: { course: code } }: Chosen): void {
  send(
    {
      path: `/v1/me/tutors/${code}/address-label.pdf`,
      name: `address-label-${code}.pdf`,
      type: "application/pdf",
    },
    t("tutors-label-caption", { code }),
  );
}

async function tellMe({ api, say, t, language, answers: { course } }: Chosen): Promise<void> {
  const { asked } = await api.tellMeWhenTutorIsAssigned({ params: { course } });
  if (asked) return say(t("tutors-asked"));
  const now = (await tutored({ api, language })).courses.find(({ code }) => code === course);
  if (now?.tutor) say(tutorOf(t, now, now.tutor));
}

function textOf(t: Translate, course: TutoredCourse, submission: "posted" | "uploaded"): Markup {
  const { code, title, tutor, asked, assignments } = course;
  const who = tutor ? tutorOf(t, course, tutor) : t("tutors-awaited", { code, title });
  const open =
    assignments.length > 0
      ? [t(`tutors-${submission}`), ...assignments.map((one) => openAssignment(t, one))]
      : [t("assignment-none")];
  return [who, ...(asked && !tutor ? [t("tutors-asked")] : []), open.join("\n")].join("\n\n");
}

const tutorOf = (t: Translate, { code, title }: TutoredCourse, { name, address }: Tutor): Markup =>
  [t("tutors-tutor", { code, title, name }), ...(address ? [t("tutors-address", { address })] : [])].join(
    "\n",
  );

/** What a tap calls, or writes to. */
function contactsOf(t: Translate, tutor: Tutor | null): Link[] {
  const { phone, email } = tutor ?? {};
  return [
    ...(phone
      ? [{ url: `tel:${phone.replace(/[^\d+]/g, "")}`, label: plain(t("tutors-phone", { phone })) }]
      : []),
    ...(email ? [{ url: `mailto:${encodeURI(email)}`, label: plain(t("tutors-email", { email })) }] : []),
  ];
}
