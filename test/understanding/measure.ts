// `npm run -s understood`: how much is understood of phrases that were not learnt.
import { readdirSync } from "node:fs";
import { argumentsOrEnd } from "../../api/contract/command-line.ts";
import { languages } from "../../api/contract/shared.ts";
import { decide } from "../../conversations/understanding/decide.ts";
import { entitiesIn } from "../../conversations/understanding/entities/index.ts";
import { learn } from "../../conversations/understanding/learn.ts";
import { normalise } from "../../conversations/understanding/normalise.ts";
import { intentOf, type Phrase, readPhrases } from "../../conversations/understanding/phrases.ts";
import { bones } from "../../conversations/understanding/sounds.ts";
import { understandingOf } from "../../conversations/understanding/understanding.ts";
import { wordsOf } from "../../conversations/understanding/words.ts";
import { isHeldBack } from "./held-back.ts";

const usage = `How much is understood of phrases that were not learnt.

  npm run -s understood                 of sentences written without a look at the phrase files: those by whose failures
                                        the phrases were mended, and those that were never looked at; what stands among
                                        the phrases word for word is left out
  npm run -s understood -- folds        of each fifth of the phrases that are not held back, by what learnt from the
                                        other four
  npm run -s understood -- fresh wrong  every sentence that was misread as well; so with folds`;

const { positionals } = argumentsOrEnd(usage, { allowPositionals: true });
const [what = "fresh", more = "right"] = positionals;
if (!["fresh", "folds"].includes(what) || !["right", "wrong"].includes(more)) {
  console.error(`There is no ${positionals.join(" ")}; --help shows how it is called.`);
  process.exit(1);
}
const now = new Date(0);
const parts = 5;
const phrases = readPhrases();

type Answer = Phrase & { readonly readings: readonly string[]; readonly isNone: boolean };

/** What comes of sentences for whoever learnt from others. */
function asked(sentences: readonly Phrase[], learnt: readonly Phrase[]): Answer[] {
  const { understand } = understandingOf(learn(learnt));
  return sentences.map((phrase) => {
    const heard = understand(phrase.text, now);
    const readings = [heard, ...heard.alternatives].map(({ intent }) => intent);
    return { ...phrase, readings, isNone: decide(heard).kind === "none" };
  });
}

/** In which part a phrase is: those of the same bones, in whatever order, are in the same one. */
function partOf({ text }: Phrase): number {
  const skeletons = [...new Set(wordsOf(text, entitiesIn(text, now)).map(bones))].sort().join(" ");
  let sum = 0;
  for (const letter of skeletons) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0;
  return sum % parts;
}

function report(name: string, answers: readonly Answer[]): void {
  const percent = (of: readonly Answer[], is: (answer: Answer) => boolean) =>
    `${((100 * of.filter(is).length) / Math.max(1, of.length)).toFixed(1)} %`;
  for (const language of ["all", ...languages]) {
    const mine = answers.filter((answer) => language === "all" || answer.language === language);
    const within = (many: number) =>
      percent(mine, ({ label, readings }) => readings.slice(0, many).includes(intentOf(label)));
    const outside = mine.filter(({ label }) => label === "none");
    const inside = mine.filter(({ label }) => label !== "none");
    console.log(
      `${name}, ${language}, ${mine.length}: first reading ${within(1)}, first two ${within(2)};`,
      `out of scope known as such ${percent(outside, ({ isNone }) => isNone)} of ${outside.length},`,
      `taken for it ${percent(inside, ({ isNone }) => isNone)} of ${inside.length}`,
    );
  }
  if (more !== "wrong") return;
  for (const { text, label, readings } of answers)
    if (readings[0] !== intentOf(label)) console.log(`${label}\t${readings.slice(0, 2).join(", ")}\t${text}`);
}

if (what === "folds") {
  const ours = phrases.filter(({ text }) => !isHeldBack(text));
  const answers = Array.from({ length: parts }, (_, part) =>
    asked(
      ours.filter((phrase) => partOf(phrase) === part),
      ours.filter((phrase) => partOf(phrase) !== part),
    ),
  );
  report("folds", answers.flat());
} else {
  const folder = new URL("fresh/", import.meta.url);
  const known = new Set(phrases.map(({ text }) => normalise(text)));
  for (const name of readdirSync(folder).sort()) {
    const sentences = readPhrases(new URL(`${name}/`, folder));
    report(
      name,
      asked(
        sentences.filter(({ text }) => !known.has(normalise(text))),
        phrases,
      ),
    );
  }
}
