import { randomInt, randomUUID } from "node:crypto";
import type { Operation } from "../../api/contract/index.ts";
import type { ProblemCode } from "../../api/contract/problems.ts";
import { pdf } from "../attachments/papers.ts";
import { type Facts, type Place, staffPlaces } from "./facts.ts";

/** What somebody is answered: it is done, or why not. */
export type Answer = "done" | ProblemCode;
/** What goes over the wire. */
export type Wire = { params?: Record<string, string>; query?: string; body?: object; bytes?: Buffer };

/**
 * What an operation answers to those who may call it at all. Everybody else's answer follows from its caller.
 * `own` is whose the ids are, `another` a student who asks for them.
 */
export type Line = { call?: (of: Facts) => Wire } & (
  | { service: Answer }
  | { own: Answer; another: Answer }
  | { staff: Record<Place, Answer> }
);

const all = (answer: Answer) =>
  Object.fromEntries(staffPlaces.map((place) => [place, answer])) as Record<Place, Answer>;
/** A request's office and department, and whoever belongs to all. */
const ofTheOffice = (answer: Answer): Record<Place, Answer> => ({
  ...all(answer),
  "agent of another office": "not-your-office",
  "agent of another department": "not-your-office",
  "supervisor of another office": "not-your-office",
});
/** Who looks after others. */
const supervisors = (answer: Answer): Record<Place, Answer> => ({
  ...all("not-allowed"),
  ...{ supervisor: answer, "supervisor of another office": answer, admin: answer },
});

const request = ({ reference }: Facts): Wire => ({ params: { reference } });
const chat = () => ({ channel: "web", chat: randomUUID() });
const nobody = () => `${randomInt(10, 99)}Z-${String(randomInt(1_000_000)).padStart(6, "0")}`;
const both = (answer: Answer) => ({ own: answer, another: answer });

/** One line an operation: one that has none does not compile, and fails the table's test. */
export const expectedAnswers: Record<Operation, Line> = {
  login: {
    call: () => ({ body: { ...chat(), registrationNumber: nobody(), password: "wrong" } }),
    service: "wrong-credentials",
  },
  createLoginLink: { call: () => ({ body: { ...chat(), language: "en" } }), service: "links-not-available" },
  redeemLoginLink: {
    call: ({ link }) => ({ params: { id: link }, body: chat() }),
    service: "link-expired",
  },
  requestLoginCode: {
    call: () => ({ body: { ...chat(), registrationNumber: nobody(), by: "email", language: "en" } }),
    service: "done",
  },
  checkLoginCode: { call: () => ({ body: { ...chat(), code: "000000" } }), service: "code-expired" },
  checkContact: {
    call: () => ({
      body: { ...chat(), registrationNumber: nobody(), phone: "+923001234567", language: "en" },
    }),
    service: "contact-not-registered",
  },
  setPassword: { call: () => ({ body: { ...chat(), password: "a-new-pass-77" } }), service: "code-expired" },
  disownPassword: both("done"),
  confirmPassword: { call: () => ({ body: { password: "wrong" } }), ...both("wrong-credentials") },
  logout: both("done"),

  profile: both("done"),
  updatePreferences: { call: () => ({ body: { language: "en" } }), ...both("done") },
  grades: both("done"),
  gradeTrend: { own: "done", another: "too-few-results" },
  resultCard: {
    call: () => ({ params: { semester: "2026-spring" } }),
    own: "done",
    another: "results-not-announced",
  },

  chats: both("done"),
  logOutChat: { call: ({ otherChat }) => ({ params: { id: otherChat } }), own: "done", another: "not-found" },

  courses: both("done"),
  tutors: both("done"),
  addressLabel: { call: () => ({ params: { course: "999" } }), ...both("not-found") },
  tellMeWhenTutorIsAssigned: { call: () => ({ params: { course: "999" } }), ...both("not-found") },

  enrolmentDesk: both("done"),
  checkCourses: {
    call: () => ({ params: { semester: "2026-autumn" }, body: { courses: ["999"] } }),
    own: "course-not-offered",
    another: "previous-semester-not-completed",
  },
  enrol: {
    call: () => ({ params: { semester: "2026-autumn" }, body: { courses: ["999"] } }),
    own: "course-not-offered",
    another: "previous-semester-not-completed",
  },
  withdraw: { call: () => ({ params: { semester: "2026-autumn" } }), ...both("not-enrolled") },
  enrolmentConfirmation: { call: () => ({ params: { semester: "2026-autumn" } }), ...both("not-enrolled") },

  dateSheet: both("done"),
  dateSheetCalendar: { own: "done", another: "date-sheet-not-announced" },
  rollNumberSlip: {
    call: ({ examination }) => ({ params: { id: examination } }),
    own: "done",
    another: "slip-not-issued",
  },

  requestTypes: both("done"),
  uploadFile: { call: () => ({ query: "name=p.pdf", bytes: pdf() }), ...both("done") },
  fileRequest: {
    call: ({ waiting }) => ({ body: { fields: { type: "general" }, message: "When?", files: [waiting] } }),
    own: "done",
    another: "file-gone",
  },
  requests: {
    call: ({ reference }) => ({ query: `after=${reference}` }),
    own: "done",
    another: "not-found",
  },
  request: { call: request, own: "done", another: "not-found" },
  addToRequest: {
    call: (of) => ({ ...request(of), body: { message: "And?" } }),
    own: "done",
    another: "not-found",
  },
  requestFile: {
    call: ({ reference, attached }) => ({ params: { reference, id: attached } }),
    own: "done",
    another: "not-found",
  },
  rateRequest: {
    call: ({ closedReference }) => ({ params: { reference: closedReference }, body: { rating: 5 } }),
    own: "done",
    another: "not-found",
  },
  deskHours: both("done"),
  withdrawRequest: {
    call: ({ closedReference }) => ({ params: { reference: closedReference } }),
    own: "request-closed",
    another: "not-found",
  },

  notificationSettings: both("done"),
  updateNotificationSettings: { call: () => ({ body: { topics: ["exams"] } }), ...both("done") },
  chatKnown: { call: () => ({ body: chat() }), service: "done" },
  offices: { service: "done" },
  stopNews: { call: () => ({ body: chat() }), service: "done" },
  announcements: {
    call: ({ announcement }) => ({ query: `language=en&after=${announcement}` }),
    own: "done",
    another: "done",
  },

  leaseDeliveries: { call: () => ({ body: { channels: ["nowhere"] } }), service: "done" },
  reportDeliveries: {
    call: () => ({ body: { outcomes: [{ id: randomUUID(), outcome: "sent" }] } }),
    service: "done",
  },
  reportReceipts: {
    call: () => ({ body: { receipts: [{ channel: "web", messengerId: "1", state: "read" }] } }),
    service: "done",
  },
  reportMisunderstood: {
    call: () => ({ body: { phrases: [{ ...chat(), phrase: "fees kitni hai", offered: [], chosen: null }] } }),
    service: "done",
  },
  reportReachable: { call: () => ({ body: { ...chat(), reachable: true } }), service: "done" },

  staffLogin: {
    call: () => ({ body: { ...chat(), email: `${randomUUID()}@rabta.example`, password: "wrong" } }),
    service: "wrong-staff-credentials",
  },
  linkStaffChat: { call: () => ({ body: { ...chat(), code: "AAAA-AAAA" } }), service: "code-expired" },
  linkCode: {
    call: () => ({ body: { email: "desk@rabta.example" } }),
    staff: { ...all("not-allowed"), admin: "done" },
  },
  staffMe: { staff: all("done") },
  staffLogout: { staff: all("done") },
  colleagues: { staff: all("done") },
  queue: { staff: all("done") },
  deskStats: { staff: all("done") },
  deskStatsPicture: { staff: all("done") },
  savedReplies: { call: request, staff: ofTheOffice("done") },
  deskRequest: { call: request, staff: ofTheOffice("done") },
  revealRequest: { call: request, staff: ofTheOffice("done") },
  uploadDeskFile: { call: () => ({ query: "name=d.pdf", bytes: pdf() }), staff: all("done") },
  deskFile: {
    call: ({ reference, attached }) => ({ params: { reference, id: attached } }),
    staff: ofTheOffice("done"),
  },
  actOnRequest: {
    call: (of) => ({ ...request(of), body: { action: "note", words: "Hm" } }),
    staff: ofTheOffice("done"),
  },
  editAnswer: {
    call: ({ message }) => ({ params: { id: message }, body: { words: "On their way, really" } }),
    staff: { ...all("not-allowed"), agent: "done" },
  },
  deleteAnswer: {
    call: ({ message }) => ({ params: { id: message } }),
    staff: { ...all("not-allowed"), agent: "done" },
  },

  openDeskPlace: { call: () => ({ body: { channel: "telegram", chat: "-100" } }), service: "done" },
  deskPlace: { call: () => ({ query: "channel=telegram&chat=-100" }), service: "done" },
  moveDeskPlace: { call: () => ({ body: { ...chat(), to: "-200" } }), service: "done" },
  leaseThreads: { call: () => ({ body: chat() }), service: "not-found" },
  reportThread: { call: ({ thread }) => ({ params: { id: thread }, body: {} }), service: "done" },
  findThread: { call: () => ({ body: { ...chat(), thread: "9" } }), service: "not-found" },
  askInThread: {
    call: ({ thread }) => ({ params: { id: thread }, body: { asked: "reject", messengerId: "1" } }),
    service: "done",
  },
  threadFile: {
    call: ({ thread, attached }) => ({ params: { id: thread, file: attached } }),
    service: "done",
  },

  publishResults: {
    call: () => ({ body: { semester: "2026-autumn", programmes: ["NOWHERE"] } }),
    staff: supervisors("nothing-to-publish"),
  },
  segmentSize: { call: () => ({ body: { topic: "results" } }), staff: supervisors("done") },
  createBroadcast: {
    call: () => ({ body: { topic: "results", texts: [{ language: "en", body: "Results!" }] } }),
    staff: supervisors("done"),
  },
  broadcastChoices: { staff: supervisors("done") },
  broadcastList: { staff: supervisors("done") },
  broadcast: {
    call: ({ broadcast }) => ({ params: { reference: broadcast } }),
    staff: supervisors("done"),
  },
  actOnBroadcast: {
    call: ({ broadcast }) => ({ params: { reference: broadcast }, body: { action: "test" } }),
    staff: supervisors("done"),
  },
  watchBroadcast: {
    call: ({ broadcast }) => ({ params: { reference: broadcast }, body: { ...chat(), language: "en" } }),
    staff: supervisors("no-chat-of-yours"),
  },
  watchNextBroadcast: {
    call: () => ({ body: { ...chat(), language: "en" } }),
    staff: supervisors("no-chat-of-yours"),
  },
  broadcastOutcomes: {
    call: ({ broadcast }) => ({ params: { reference: broadcast } }),
    staff: supervisors("done"),
  },
  broadcastFailures: {
    call: ({ broadcast }) => ({ params: { reference: broadcast } }),
    staff: supervisors("done"),
  },
  leaseBroadcastPages: { call: () => ({ body: { channel: "nowhere" } }), service: "done" },
  broadcastContent: { call: ({ broadcastId }) => ({ params: { id: broadcastId } }), service: "done" },
  broadcastFile: { call: ({ broadcastId }) => ({ params: { id: broadcastId } }), service: "not-found" },
  leaseBroadcastWatch: { call: () => ({ body: { channels: ["nowhere"] } }), service: "done" },
  reportBroadcastWatch: {
    call: () => ({ params: { id: randomUUID() }, body: { again: null } }),
    service: "done",
  },
  reportBroadcastPage: {
    call: ({ page }) => ({ params: { id: page }, body: { lease: randomUUID() } }),
    service: "done",
  },
  leaveOutOfBroadcastPage: {
    call: ({ page }) => ({ params: { id: page }, body: { lease: randomUUID(), places: [0] } }),
    service: "done",
  },
};
