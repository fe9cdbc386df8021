import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { translate } from "../../conversations/words/words.ts";
import type { Campus } from "./campus.ts";
import type { Fault } from "./faults.ts";
import { type Load, seen } from "./students.ts";

/** What came of one fault. */
export type Outcome = {
  fault: string;
  /** Updates that students sent, and answers that they got to them. */
  said: number;
  heard: number;
  /** Answers that were said twice. */
  twice: number;
  /** Notes that are in PostgreSQL, of those that the students were told were passed on; and those that are there twice. */
  written: number;
  passed: number;
  doubled: number;
  /** What students were told instead of an answer, and how often. */
  told: ReadonlyMap<string, number>;
  /** From the end of the fault until every student had a note passed on, in ms. */
  recovery: number;
  /** The longest that a student waited for an answer, in ms. */
  longest: number;
  /** What the two processes said was away while it lasted. */
  away: string[];
};

/** Has students write, lets a fault happen in the middle of it, and counts. */
export async function suffer(campus: Campus, load: Load, fault: Fault): Promise<Outcome> {
  load.begin();
  await load.recovered(performance.now());
  const watch = watchHealth(campus);
  await fault.strike(campus);
  const mended = performance.now();
  const away = await watch.end();
  const recovery = await load.recovered(mended);
  const tally = await load.end();
  const written = await campus.written();
  const passed = tally.passed.filter((note) => written.has(note)).length;
  return {
    ...{ fault: fault.name, said: tally.said, heard: tally.heard, twice: tally.twice, told: tally.others },
    ...{ written: passed, passed: tally.passed.length, recovery, longest: tally.longest, away },
    doubled: tally.notes.filter((note) => (written.get(note) ?? 0) > 1).length,
  };
}

/** Looks what the processes say of themselves, again and again. */
function watchHealth({ api, bot }: Campus) {
  const stopping = new AbortController();
  const away = new Set<string>();
  const watching = Promise.all(
    [api, bot].map(async ({ url, roles }) => {
      while (!stopping.signal.aborted) {
        const live = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(1_000) }).catch(
          () => undefined,
        );
        if (live && live.status !== 200) away.add(`${roles} is not alive`);
        const ready = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(
          () => undefined,
        );
        if (ready?.status === 503) {
          const { checks } = (await ready.json()) as { checks?: Record<string, boolean> };
          for (const [name, is] of Object.entries(checks ?? {})) if (!is) away.add(`${roles}: ${name}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }),
  );
  return {
    async end() {
      stopping.abort();
      await watching;
      return [...away].sort();
    },
  };
}

/** What was not as it must be. @returns nothing where all was well */
export function broken(
  outcome: Outcome,
  { away = {}, told, forgets, twice = 0 }: Fault,
  students: number,
): string[] {
  const sentences = (word: "problem-unavailable" | "forgotten") =>
    languages.map((language) => seen(plain(translate(language)(word))));
  const allowed = [
    ...(told === undefined ? [] : sentences("problem-unavailable")),
    ...(forgets ? sentences("forgotten") : []),
  ];
  const others = [...outcome.told.keys()].filter((line) => !allowed.includes(line));
  const missing = Object.entries(away).map(
    ([role, check]) => `${role === "bot" ? "bot,worker" : role}: ${check}`,
  );
  return [
    ...(outcome.heard < outcome.said ? [`${outcome.said - outcome.heard} without an answer`] : []),
    ...(outcome.written < outcome.passed ? [`${outcome.passed - outcome.written} notes lost`] : []),
    // Whose chat was forgotten cannot know what became of their last words.
    ...(outcome.doubled > (forgets ? students : 0) ? [`${outcome.doubled} notes written twice`] : []),
    ...(outcome.twice > twice ? [`${outcome.twice} answers said twice`] : []),
    ...others.map((line) => `a student was told “${line}”`),
    ...missing.filter((one) => !outcome.away.includes(one)).map((one) => `not said to be away: ${one}`),
    ...outcome.away.filter((one) => one.endsWith("not alive")),
  ];
}
