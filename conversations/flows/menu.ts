import { nameIn } from "../../api/contract/shared.ts";
import { flow } from "../engine/flow.ts";
import { look } from "../engine/questions/look.ts";
import type { SessionStaff, SessionStudent } from "../engine/session.ts";

const inside = { when: (_: unknown, student: SessionStudent | undefined) => student !== undefined };
const outside = { when: (_: unknown, student: SessionStudent | undefined) => student === undefined };

/** Broadcasts are for those who look after others. */
const mayBroadcast = (staff: SessionStaff | undefined): boolean =>
  staff?.role !== undefined && staff.role !== "agent";

/** Where everything begins: the dashboard of the portal, or the door to it. */
export const menu = flow("menu").ask(
  "menu",
  look(
    ({ t, student, staff, language }) => ({
      text: student
        ? t("menu-dashboard", { ...student, name: nameIn(language, student) })
        : staff
          ? t("menu-staff", staff)
          : t("menu-welcome"),
      facts: student,
    }),
    {
      desk: { label: "menu-desk", do: { open: "desk" }, when: ({ staff }) => staff !== undefined },
      broadcast: {
        label: "menu-broadcast",
        do: { open: "broadcast" },
        when: ({ staff }) => mayBroadcast(staff),
      },
      broadcasts: {
        label: "menu-broadcasts",
        do: { open: "broadcasts" },
        when: ({ staff }) => mayBroadcast(staff),
      },
      "desk-code": {
        label: "desk-code-make",
        do: { open: "desk-code" },
        when: ({ staff }) => staff !== undefined,
      },
      talk: { label: "menu-talk", do: { open: "talk" }, when: ({ talk }) => talk !== undefined },
      login: { label: "menu-log-in", do: { open: "login" }, ...outside },
      forgot: { label: "login-forgot", do: { open: "forgot-password" }, ...outside },
      exams: { label: "menu-exams", do: { open: "exams" }, ...inside },
      "course-registration": {
        label: "menu-course-registration",
        do: { open: "course-registration" },
        ...inside,
      },
      tutors: { label: "menu-tutors", do: { open: "tutors" }, ...inside },
      "service-requests": { label: "menu-service-requests", do: { open: "service-requests" }, ...inside },
      profile: { label: "menu-profile", do: { open: "profile" }, ...inside },
      courses: { label: "menu-courses", do: { open: "courses" }, ...inside },
      notifications: { label: "menu-notifications", do: { open: "notifications" }, ...inside },
      help: { label: "menu-help", do: { open: "help" } },
      language: { label: "settings-language", do: { open: "language" }, ...outside },
      settings: { label: "menu-settings", do: { open: "settings" }, ...inside },
      logout: {
        label: "menu-log-out",
        do: { open: "logout" },
        when: ({ student, staff }) => (student ?? staff) !== undefined,
      },
    },
  ),
);
