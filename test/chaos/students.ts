import { setTimeout as sleep } from "node:timers/promises";
import { type Language, languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { translate } from "../../conversations/words/words.ts";
import type { Person } from "../doubles/telegram/index.ts";
import type { Campus } from "./campus.ts";
import { password } from "./crowd.ts";

/** What somebody reads: marks of direction are not seen. */
export const seen = (text: string) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, "");

type Student = {
  at: number;
  language: Language;
  person: Person;
  /** When notes of theirs were passed on. */
  passedAt: number[];
  /** How many answers more than what they said there are in the chat. */
  heardMore(): number;
};

/** What students said and heard since they began. */
export type Tally = {
  said: number;
  heard: number;
  /** Answers that somebody got more often than they said something. */
  twice: number;
  /** Notes for the desk: all of them, and those of which the student was told that they were passed on. */
  notes: string[];
  passed: string[];
  /** Every other answer, and how often. */
  others: Map<string, number>;
  /** So long (ms) somebody waited for an answer at most. */
  longest: number;
};

/** Students who write to the desk, one note after another, each until it is passed on. */
export type Load = Awaited<ReturnType<typeof gather>>;

/** So long (ms) a person waits for an answer at most; then it counts as lost, and they say it again. */
const patience = 45_000;

/** Lets so many students log in, in all three languages, and begin to talk to the desk. */
export async function gather(campus: Pick<Campus, "telegram" | "registrationNumbers">, count: number) {
  const { telegram } = campus;
  let tally = newTally();
  let going = false;
  let living: Promise<unknown> = Promise.resolve();
  const students: Student[] = Array.from({ length: count }, (_, at) => ({
    at,
    language: languages[at % languages.length] ?? "en",
    person: telegram.user({ id: 7_000 + at, firstName: `Student ${at}` }),
    passedAt: [],
    heardMore: () => 0,
  }));

  /** Says something and waits for the answer to it. @returns what is heard; nothing where no answer comes */
  async function ask({ person }: Student, words: string): Promise<string | undefined> {
    const before = person.chat.fromBot.length;
    tally.said++;
    const begun = performance.now();
    person.says(words);
    const answer = await telegram
      .until(() => person.chat.fromBot.length > before && person.chat.last, patience)
      .catch(() => undefined);
    tally.longest = Math.max(tally.longest, performance.now() - begun);
    if (answer) tally.heard++;
    return answer && seen(answer.text);
  }

  async function logIn(student: Student): Promise<void> {
    const dialogue = [
      ...["/start", translate(student.language)("language-name"), "/login"],
      ...[campus.registrationNumbers[student.at] ?? "", password, "/talk"],
    ];
    for (const words of dialogue) await ask(student, words);
  }

  async function live(student: Student): Promise<void> {
    const heardBefore = student.person.chat.fromBot.length;
    let said = 0;
    for (let note = 0; going; note++) {
      const words = `note ${student.at}.${note}.${crypto.randomUUID().slice(0, 8)}`;
      tally.notes.push(words);
      for (let answer: string | undefined; !isPassed(student, answer); ) {
        said++;
        answer = await ask(student, words);
        if (isPassed(student, answer)) {
          tally.passed.push(words);
          student.passedAt.push(performance.now());
          continue;
        }
        const [line = "nothing"] = answer?.split("\n") ?? [];
        tally.others.set(line, (tally.others.get(line) ?? 0) + 1);
        // Told to try again, a person does so, and not at once; told to begin anew, they do.
        await sleep(500);
        if (isForgotten(student, answer)) {
          const { said: counted } = tally;
          await logIn(student);
          said += tally.said - counted;
        }
      }
      await sleep(50);
    }
    student.heardMore = () => student.person.chat.fromBot.length - heardBefore - said;
  }

  await Promise.all(students.map(logIn));
  return {
    students,
    begin() {
      tally = newTally();
      going = true;
      living = Promise.all(students.map(live));
    },
    /** Nobody begins another note. @returns what was counted, when everybody has the answer to their last */
    async end(): Promise<Tally> {
      going = false;
      await living;
      // An answer that was said twice may have been taken for the next one.
      await telegram.until(() => telegram.pendingUpdates.length === 0, patience);
      await sleep(1_000);
      for (const student of students) tally.twice += Math.max(0, student.heardMore());
      return tally;
    },
    /** Resolves when everybody has had a note passed on since. @returns how long it took, in ms */
    async recovered(since: number): Promise<number> {
      for (;;) {
        const firsts = students.map(({ passedAt }) => passedAt.find((at) => at > since));
        if (firsts.every((at) => at !== undefined)) return Math.max(...firsts) - since;
        await sleep(50);
      }
    },
  };
}

const newTally = (): Tally => ({
  ...{ said: 0, heard: 0, twice: 0, longest: 0 },
  ...{ notes: [], passed: [], others: new Map() },
});

function isPassed({ language }: Student, answer: string | undefined): boolean {
  const t = translate(language);
  const [line = ""] = answer?.split("\n") ?? [];
  const [filed = ""] = seen(plain(t("talk-filed", { reference: "SR" }))).split("SR");
  return line === seen(plain(t("talk-passed"))) || line.startsWith(filed);
}

/** The bot knows the chat no more, and says so, or asks for the language as it asks everybody. */
const isForgotten = ({ language }: Student, answer = ""): boolean =>
  [translate(language)("forgotten"), translate("en")("language-ask").split("\n").at(-1) ?? ""].some((words) =>
    answer.includes(seen(plain(words))),
  );
