import type { AnyFlow } from "../engine/flow.ts";
import { announcements } from "./announcements.ts";
import { broadcast } from "./broadcast.ts";
import { broadcastFailures, broadcasts } from "./broadcasts.ts";
import { chats } from "./chats.ts";
import { confirmPassword } from "./confirm-password.ts";
import { courseRegistration } from "./course-registration.ts";
import { courses } from "./courses.ts";
import { courtesies } from "./courtesies.ts";
import { dateSheet } from "./date-sheet.ts";
import { desk } from "./desk.ts";
import { assignedNotice, overdueNotice } from "./desk-notice.ts";
import { exams } from "./exams.ts";
import { fileRequest } from "./file-request.ts";
import { forgotPassword } from "./forgot-password.ts";
import { grades, gradeTrend } from "./grades.ts";
import { help, helpAnswers } from "./help.ts";
import { language } from "./language.ts";
import { login } from "./login.ts";
import { logout } from "./logout.ts";
import { menu } from "./menu.ts";
import { misunderstoodNotice } from "./misunderstood-notice.ts";
import { notMe, passwordChanged, passwordNotice } from "./not-me.ts";
import { chooseTopics, notifications, quietHours, unsubscribe } from "./notifications.ts";
import { offices } from "./offices.ts";
import { person } from "./person.ts";
import { profile } from "./profile.ts";
import { rate } from "./rate.ts";
import * as reminders from "./reminders.ts";
import {
  answerNotice,
  correctionNotice,
  handBackNotice,
  overNotice,
  requestNotice,
  unsaidNotice,
} from "./request-notice.ts";
import { rollNumberSlip } from "./roll-number-slip.ts";
import { serviceRequests } from "./service-requests.ts";
import { settings } from "./settings.ts";
import { deskCode, staffLink } from "./staff-link.ts";
import { staffLogin } from "./staff-login.ts";
import { talk } from "./talk.ts";
import { tutorNotice } from "./tutor-notice.ts";
import { tutors } from "./tutors.ts";

/** Every conversation there is: one line each. */
const all: readonly AnyFlow[] = [
  menu,
  language,
  login,
  confirmPassword,
  forgotPassword,
  passwordChanged,
  passwordNotice,
  notMe,
  exams,
  dateSheet,
  rollNumberSlip,
  grades,
  gradeTrend,
  courseRegistration,
  serviceRequests,
  fileRequest,
  requestNotice,
  answerNotice,
  correctionNotice,
  unsaidNotice,
  handBackNotice,
  overNotice,
  talk,
  rate,
  tutors,
  tutorNotice,
  courses,
  notifications,
  chooseTopics,
  quietHours,
  announcements,
  unsubscribe,
  profile,
  settings,
  chats,
  help,
  ...helpAnswers,
  person,
  offices,
  ...courtesies,
  logout,
  staffLogin,
  desk,
  broadcast,
  broadcasts,
  broadcastFailures,
  deskCode,
  staffLink,
  assignedNotice,
  overdueNotice,
  misunderstoodNotice,
  ...Object.values(reminders),
];

/** Every conversation, by its id, and nothing else: who writes /constructor opens none. */
export const flows: { readonly [id: string]: AnyFlow } = Object.assign(
  Object.create(null),
  Object.fromEntries(all.map((flow) => [flow.id, flow])),
);
