import { setTimeout as sleep } from "node:timers/promises";
import { type Language, languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { translate } from "../../conversations/words/words.ts";
import type { Person } from "../doubles/telegram/index.ts";
import { type Campus, password } from "./campus.ts";

/** What somebody reads: marks of direction are not seen. */
const seen = (text: string) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, "");

/** What a student is answered: the note went to the desk, or one of the sentences for when it could not. */
export type Answered = "passed" | "unavailable" | "internal-error" | "login" | "unknown";

export type Tally = {
  /** Updates that students sent, and answers that they got. */
  said: number;
  heard: number;
  /** Notes for the desk that were answered as passed on. */
  passed: string[];
  /** Every other answer, and how often. */
  others: Map<string, number>;
  /** So long (ms) somebody waited for an answer at most. */
  longest: number;
};

/** One student with a phone: logs in, and writes one note after another to the desk, each until it is passed on. */
export type Student = {
  language: Language;
  person: Person;
  /** Notes that were passed on, by when (ms). */
  passedAt: number[];
};

const names: Record<Language, string> = { en: "English", ur: "اردو", "ur-Latn": "Roman Urdu" };

/** Students who write to the desk without a pause, in all three languages. */
export async function gather(campus: Campus, count: number) {
  const { telegram } = campus;
  const students: Student[] = Array.from({ length: count }, (_, at) => ({
    language: languages[at % languages.length] ?? "en",
    person: telegram.user({ id: 7_000 + at, firstName: `Student ${at}` }),
    passedAt: [],
  }));
  const isPassed = ({ language }: Student, text: string) => {
    const t = translate(language);
    const [line = ""] = text.split("\n");
    const [filed = ""] = seen(plain(t("talk-filed", { reference: "SR" }))).split("SR");
    return line === seen(plain(t("talk-passed"))) || line.startsWith(filed);
  };
  const tally: Tally = { said: 0, heard: 0, passed: [], others: new Map(), longest: 0 };
  const lost: string[] = [];
  let going = false;

  /** Says something and waits for the answer to it. @returns what is heard */
  async function ask({ person }: Student, words: string): Promise<string> {
    const before = person.chat.fromBot.length;
    tally.said++;
    const begun = performance.now();
    person.says(words);
    await telegram.until(() => person.chat.fromBot.length > before, 60_000);
    tally.longest = Math.max(tally.longest, performance.now() - begun);
    return seen(person.chat.last?.text ?? "");
  }

  async function logIn(student: Student, at: number): Promise<void> {
    await ask(student, "/start");
    await ask(student, names[student.language]);
    await ask(student, "/login");
    await ask(student, campus.registrationNumbers[at] ?? "");
    await ask(student, password);
    await ask(student, "/talk");
  }

  const first = (text: string) => text.split("\n")[0] ?? "";
  async function live(student: Student, at: number): Promise<void> {
    for (let note = 0; going; note++) {
      const words = `note ${at}-${note}-${crypto.randomUUID().slice(0, 8)}`;
      for (let isDone = false; !isDone; ) {
        const text = await ask(student, words);
        isDone = isPassed(student, text);
        if (isDone) {
          tally.passed.push(words);
          student.passedAt.push(performance.now());
        } else {
          tally.others.set(first(text), (tally.others.get(first(text)) ?? 0) + 1);
          // Told to try again, a person does so, and not at once.
          await sleep(500);
        }
      }
      await sleep(50);
    }
  }

  let living: Promise<unknown> = Promise.resolve();
  await Promise.all(students.map(logIn));
  return {
    students,
    tally,
    lost,
    begin() {
      going = true;
      living = Promise.all(students.map(live));
    },
    /** Nobody begins another note; resolves when everybody has the answer to the last. */
    async end() {
      going = false;
      await living;
    },
    /** Resolves when everybody has had a note passed on since. @returns how long it took, in ms */
    async recovered(since: number): Promise<number> {
      await telegram.until(() => students.every(({ passedAt }) => (passedAt.at(-1) ?? 0) > since), 120_000);
      return Math.max(...students.map(({ passedAt }) => passedAt.find((at) => at > since) ?? 0)) - since;
    },
  };
}
