// Understanding a sentence, beside a search index and a classifier that learnt from the same phrases: the same sentences
// in the same interleaved rounds, none of which any of them has seen.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import { BayesClassifier } from "natural/lib/natural/classifiers/index.js";
import { z } from "zod";
import { decide } from "../../conversations/understanding/decide.ts";
import { learn } from "../../conversations/understanding/learn.ts";
import { normalise } from "../../conversations/understanding/normalise.ts";
import { intentOf, readPhrases } from "../../conversations/understanding/phrases.ts";
import { understandingOf } from "../../conversations/understanding/understanding.ts";
import { isHeldBack } from "../understanding/held-back.ts";
import { figure, percentile, report, times } from "./figures.ts";

// What is kept is weighed after everything else was let go.
setFlagsFromString("--expose-gc");
const collect = z.function({ input: [], output: z.void() }).implement(runInNewContext("gc"));

const rounds = 7;
const phrases = readPhrases().map((phrase) => ({ ...phrase, intent: intentOf(phrase.label) }));
const learnt = phrases.filter(({ text }) => !isHeldBack(text));
const asked = phrases.filter(({ text }) => isHeldBack(text));

type Contender = { name: string; ask(text: string): string | undefined; bytes: number; learningMs: number };

/** Lets one learn, and weighs what it keeps. */
function contender(name: string, open: () => (text: string) => string | undefined): Contender {
  collect();
  const before = process.memoryUsage();
  const { user } = process.cpuUsage();
  const ask = open();
  const learningMs = (process.cpuUsage().user - user) / 1000;
  // What learning itself needed is let go of by the first, its arrays by the second.
  collect();
  collect();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  return { name, ask, bytes, learningMs };
}

const now = new Date();
const ours = contender("Rabta", () => {
  const { understand } = understandingOf(learn(learnt));
  return (text) => understand(text, now).intent;
});
const peers = [
  contender("minisearch, the intent of the best hit", () => {
    const index = new MiniSearch({
      fields: ["text"],
      storeFields: ["intent"],
      processTerm: (term) => normalise(term) || null,
      searchOptions: { fuzzy: 0.2, prefix: true },
    });
    index.addAll(learnt.map(({ text, intent }, id) => ({ id, text, intent })));
    return (text) => index.search(text)[0]?.intent;
  }),
  contender("natural's BayesClassifier", () => {
    const bayes = new BayesClassifier();
    for (const { text, intent } of learnt) bayes.addDocument(normalise(text).split(" "), intent);
    bayes.train();
    return (text) => bayes.classify(normalise(text).split(" "));
  }),
];
const contenders = [ours, ...peers];

const measured: Record<string, { cpu: number[]; p50: number[]; p99: number[]; rate: number[] }> =
  Object.fromEntries(contenders.map(({ name }) => [name, { cpu: [], p50: [], p99: [], rate: [] }]));
/** The slower ones need long for a sentence: each is asked every eighth one. */
const sample = asked.filter((_, at) => at % 8 === 0);

for (let round = -1; round < rounds; round++) {
  for (const { name, ask } of round % 2 === 0 ? contenders : contenders.toReversed()) {
    const latencies: number[] = [];
    const cpu = process.cpuUsage();
    for (const { text } of sample) {
      const begun = performance.now();
      ask(text);
      latencies.push(performance.now() - begun);
    }
    const { user, system } = process.cpuUsage(cpu);
    if (round < 0) continue;
    const of = measured[name]!;
    of.cpu.push((user + system) / latencies.length);
    of.p50.push(percentile(latencies, 0.5));
    of.p99.push(percentile(latencies, 0.99));
    of.rate.push((1000 * latencies.length) / latencies.reduce((sum, one) => sum + one, 0));
  }
}

const percent = (right: number, of: number): string => `${((100 * right) / of).toFixed(1)} %`;
const oursCpu = figure(measured[ours.name]!.cpu);
for (const { name, ask, bytes, learningMs } of contenders) {
  const { cpu, p50, p99, rate } = measured[name]!;
  const right = sample.filter(({ text, intent }) => ask(text) === intent).length;
  report({
    name,
    rate: { figure: figure(rate), unit: "sentences/s" },
    cpu: figure(cpu),
    p50: figure(p50),
    p99: figure(p99),
    memory: figure([bytes]),
    besides: `${percent(right, sample.length)} right; learnt in ${learningMs.toFixed(0)} ms of CPU`,
    ...(name === ours.name
      ? { aim: { text: "p99 under 1 ms", met: figure(p99).median < 1 } }
      : { ratio: `${times(oursCpu, figure(cpu))} of its CPU` }),
  });
}

const { understand } = understandingOf(learn(learnt));
const answers = asked.map(({ text, intent, language }) => ({
  intent,
  language,
  heard: understand(text, now),
}));
for (const [language, of] of Map.groupBy(answers, ({ language }) => language)) {
  const first = of.filter(({ intent, heard }) => heard.intent === intent).length;
  const second = of.filter(
    ({ intent, heard }) => heard.intent === intent || heard.alternatives[0]?.intent === intent,
  ).length;
  const outside = of.filter(({ intent }) => intent === "none");
  const seen = outside.filter(({ heard }) => decide(heard).kind === "none").length;
  report({
    name: `Rabta, ${language}, ${of.length} sentences never seen`,
    besides: `top-1 ${percent(first, of.length)}, top-2 ${percent(second, of.length)}, out of scope ${percent(seen, outside.length)} of ${outside.length}`,
    aim: {
      text: "95 %, 98 %, 90 %",
      met: first >= 0.95 * of.length && second >= 0.98 * of.length && seen >= 0.9 * outside.length,
    },
  });
}

console.log(
  "\nConfusion matrix, rows as they were meant, their phrases, right, and what the others were taken for:\n",
);
for (const [intent, of] of [...Map.groupBy(answers, ({ intent }) => intent)].sort()) {
  const wrong = Map.groupBy(
    of.filter(({ heard }) => heard.intent !== intent),
    ({ heard }) => heard.intent,
  );
  const taken = [...wrong]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([as, list]) => `${as} ${list.length}`);
  const right = of.filter(({ heard }) => heard.intent === intent).length;
  console.log(
    `${intent.padEnd(20)} ${String(of.length).padStart(4)} ${String(right).padStart(4)}   ${taken.join(", ")}`,
  );
}
