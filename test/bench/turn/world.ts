// The world around every contender: the same updates, the same university, a Telegram that answers at once.
import type { Update } from "grammy/types";
import type { Login } from "../../../api/contract/auth.ts";
import { createApi } from "../../../api/contract/client.ts";
import type { CourseResult, SemesterResult } from "../../../api/contract/me.ts";

/** From the first word to the grades, in six turns. */
export const dialogue = ["/start", "English", "Log in", "22P-123456", "demo-pass-1", "Grades"] as const;

/** Looking around afterwards, for as long as one likes. */
export const goingOn = ["Menu", "Grades"] as const;

/** An update as Telegram sends it. @param id unique in all chats */
export function said(id: number, chat: number, text: string): Update {
  const entities = text.startsWith("/")
    ? { entities: [{ type: "bot_command" as const, offset: 0, length: text.length }] }
    : {};
  const person = { id: chat, first_name: "Amina" };
  return {
    update_id: id,
    message: {
      message_id: id,
      date: 1_790_000_000,
      chat: { ...person, type: "private" },
      from: { ...person, is_bot: false, language_code: "en" },
      text,
      ...entities,
    },
  };
}

const student: Login["student"] = {
  registrationNumber: "22P-123456",
  name: "Amina Bibi",
  nameUrdu: null,
  programme: { code: "BA", name: "Bachelor of Arts", nameUrdu: "بیچلر آف آرٹس" },
  language: null,
  askAgain: false,
};
const course = (code: string, title: string, titleUrdu: string): CourseResult => ({
  ...{ code, title, titleUrdu, creditHours: 3, assignmentMarks: 82.5, examMarks: 74 },
  ...{ total: 76.55, grade: "B", gradePoint: 3 },
});
const semesterOf = (season: "spring" | "autumn", year: number): SemesterResult => ({
  semester: { id: `${year}-${season}`, season, year },
  announcedAt: "2026-11-01T09:00:00.000Z",
  creditHours: 9,
  gradePointAverage: 3.5,
  courses: [
    course("402", "Economics", "معاشیات"),
    course("416", "Islamiyat", "اسلامیات"),
    course("1423", "Compulsory English", "لازمی انگریزی"),
  ],
});
const token = "jL0ZkqVJ7cXr1n1v0i9m2o3p4q5r6s7t8u9v0w1x2y3";
const answers: { [path: string]: Uint8Array } = Object.fromEntries(
  Object.entries({
    "/v1/chats/known": { known: false, language: null },
    "/v1/auth/login": { token, expiresAt: "2026-12-23T09:00:00.000Z", student },
    "/v1/me/grades": {
      cumulativeGradePointAverage: 3.5,
      semesters: [semesterOf("spring", 2026), semesterOf("autumn", 2025)],
    },
  }).map(([path, answer]) => [path, new TextEncoder().encode(JSON.stringify(answer))]),
);

/** The university, through the very client that the program uses; it answers at once. */
export const api = createApi(async ({ path }) => {
  const body = answers[path];
  if (!body) throw new Error(`nobody answers ${path}`);
  return { status: 200, body };
}, "service-key");

/** What is called instead of Telegram, however the contender calls it. */
export const telegramAnswers = {
  message_id: 1,
  date: 1_790_000_000,
  chat: { id: 1, type: "private" as const, first_name: "Amina" },
  text: "",
};

/** Who would serve the dialogue. */
export type Contender = {
  /** Takes one update; resolves when it is done with it and its replies are out. */
  take(update: Update): Promise<void>;
  /** How many turns a chat has had, as far as is remembered. */
  counted?(chat: number): Promise<number>;
  /** Resolves when nothing is under way any more. */
  idle?(): Promise<void>;
  close(): Promise<unknown>;
};
