import { type BroadcastTopic, enrolmentStates, Segment } from "../../api/contract/broadcasts.ts";
import { topics } from "../../api/contract/notifications.ts";
import { registrationNumbersIn } from "../../api/contract/registration-numbers.ts";
import type { Context } from "../engine/context.ts";
import type { Question, Reading } from "../engine/question.ts";
import type { Json } from "../engine/session.ts";
import { FileUnavailable, type ReceivedFile } from "../engine/update.ts";
import { wordsIn, wordsOf } from "../understanding/word-sets.ts";
import { sizeIn } from "../words/broadcast.ts";

/** So many registration numbers stand in a conversation at most; more go by the page or the command line. */
const mostHere = 2_000;
/** The largest file (bytes) that may hold them. */
const largest = 200_000;

type List = "programmes" | "levels" | "regions" | "courses" | "enrolment" | "subscribed" | "channels";

/**
 * Whom a broadcast is for: codes of any kind, one after another and together, or a list of numbers in a file. The answer
 * is the segment as JSON.
 */
export function segmentQuestion<A extends { topic: BroadcastTopic }>(): Question<A, string> {
  return {
    freeText: true,
    redraft: (segment) => segment,
    files: true,
    async ask({ desk, t, answers: { topic } }, draft) {
      const { programmes, regions, semesters } = await desk.broadcastChoices();
      const some = (all: readonly { code: string }[]) => all.map(({ code }) => code).slice(0, 3);
      const examples = [
        ...some(programmes).slice(0, 2),
        ...some(regions).slice(0, 1),
        ...semesters.slice(0, 1),
      ];
      const segment = draftOf(draft);
      const named = namesOf(segment);
      const size = await desk.segmentSize({ body: { topic, segment } });
      return {
        text: [
          t("broadcast-segment", { examples: examples.join(" ") }),
          ...(named.length > 0 ? [t("broadcast-segment-is", { names: named.join(" · ") })] : []),
          sizeIn(t, size),
        ].join("\n\n"),
        choices: [
          { id: "done", label: t(named.length > 0 ? "broadcast-segment-done" : "broadcast-everybody") },
          ...(named.length > 0 ? [{ id: "anew", label: t("broadcast-segment-anew") }] : []),
        ],
        expects: "text",
      };
    },
    async read(input, context, draft) {
      const segment = draftOf(draft);
      if (input.kind === "choice" && input.id === "anew") return { stay: undefined };
      if (input.kind === "choice") return { answer: JSON.stringify(segment) };
      if (input.kind === "file") return withNumbers(context, segment, input.file);
      if (input.kind !== "text") return { again: context.t("again-text") };
      if (isAll(input.text)) return { answer: JSON.stringify(segment) };
      return withCodes(context, segment, input.text);
    },
  };
}

/** So many words are repeated to who wrote them. */
const mostUnknown = 5;
const allWords = wordsOf(
  "all everybody everyone done sab sub sb sabko bas sirf students ke liye ko سب بس سبکو کو کے لیے",
);
/** "Sab", "bas", a dash: nothing more is to be added. */
const isAll = (text: string): boolean =>
  text.trim() === "-" || (text.trim() !== "" && wordsIn(text).every((word) => allWords.has(word)));

async function withCodes<A>(
  { desk, t }: Context<A>,
  segment: Segment,
  written: string,
): Promise<Reading<never>> {
  const { programmes, levels, regions, semesters } = await desk.broadcastChoices();
  const lists: [List, readonly string[]][] = [
    ["programmes", programmes.map(({ code }) => code)],
    ["regions", regions.map(({ code }) => code)],
    ["levels", levels.map((level) => `level:${level}`)],
    ["subscribed", topics],
    ["enrolment", enrolmentStates],
    ["channels", ["telegram", "whatsapp-web", "whatsapp-cloud", "web"]],
  ];
  const unknown: string[] = [];
  const now: Segment = { ...segment };
  for (const word of written.split(/[\s,،]+/).filter(Boolean)) {
    const lower = word.toLowerCase();
    const found = lists
      .map(([list, all]) => ({ list, value: all.find((one) => one.toLowerCase() === lower) }))
      .find(({ value }) => value !== undefined);
    if (semesters.some((semester) => semester === lower)) now.semester = lower;
    else if (lower === "not-enrolled") now.enrolled = false;
    else if (found?.value !== undefined) add(now, found.list, found.value.replace("level:", ""));
    else if (/^\d{3,5}$/.test(word)) add(now, "courses", word);
    else unknown.push(word);
  }
  if (unknown.length > 0)
    return { again: t("broadcast-segment-unknown", { words: unknown.slice(0, mostUnknown).join(" ") }) };
  return { stay: JSON.stringify(now) };
}

function add(segment: Segment, list: List, value: string): void {
  const all = new Set([...(segment[list] ?? []), value]);
  Object.assign(segment, { [list]: [...all] });
}

async function withNumbers<A>(
  { fetchFile, t }: Context<A>,
  segment: Segment,
  file: ReceivedFile,
): Promise<Reading<never>> {
  if (file.bytes > largest) return { again: t("broadcast-numbers-many", { most: mostHere }) };
  try {
    const { numbers } = registrationNumbersIn(new TextDecoder().decode(await fetchFile(file)));
    if (numbers.length === 0) return { again: t("broadcast-numbers-none") };
    if (numbers.length > mostHere) return { again: t("broadcast-numbers-many", { most: mostHere }) };
    const say = t("broadcast-numbers-read", { count: numbers.length });
    return { stay: JSON.stringify({ ...segment, registrationNumbers: numbers }), say };
  } catch (error) {
    if (error instanceof FileUnavailable) return { again: t("files-unavailable") };
    throw error;
  }
}

/** What a segment names, in a line. */
function namesOf({ registrationNumbers: numbers, enrolled, ...lists }: Segment): string[] {
  const named = Object.values(lists).map((one) => (Array.isArray(one) ? one.join(" ") : String(one)));
  return [
    ...named,
    ...(enrolled === false ? ["not-enrolled"] : []),
    ...(numbers ? [`${numbers.length} × 📄`] : []),
  ];
}

/** Nobody but the question writes it. */
const draftOf = (draft: Json | undefined): Segment => segmentIn(typeof draft === "string" ? draft : "{}");

/** The segment of an answer. */
export const segmentIn = (answer: string): Segment => Segment.parse(JSON.parse(answer));
