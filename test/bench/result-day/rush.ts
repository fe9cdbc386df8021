// Students who ask, and the messenger between them and the bot, in a process of their own. Arrivals are an open loop
// (Poisson): nobody waits with a question because somebody else was not answered yet, and how long an answer took is
// counted from when the question was to be asked. What the bot sends away is posted again, each chat's updates in order.
import { setTimeout as sleep } from "node:timers/promises";
import { Agent, request } from "undici";
import { percentile } from "../figures.ts";
import { said } from "../turn/world.ts";
import { Asked, type Told } from "./line.ts";
import { instantTelegram } from "./telegram.ts";

type Question = { intended: number; taken?: number; answered?: number };
type Chat = { waiting: Question[]; posting: Promise<void>; asked: number };

/** Which semesters there are, and the newest one's marks. */
const lines = ["/grades", "1"] as const;
const chats = new Map<number, Chat>();
const everybody: Question[] = [];
const refusals: number[] = [];
let [update, doubled] = [0, 0];

const chatOf = (id: number): Chat => {
  const chat = chats.get(id) ?? { waiting: [], posting: Promise.resolve(), asked: 0 };
  chats.set(id, chat);
  return chat;
};
const telegram = await instantTelegram((id) => {
  const question = chats.get(id)?.waiting.shift();
  if (question) question.answered = performance.now();
  else doubled++;
});
const agent = new Agent({ connections: 2_000, pipelining: 1 });

/** The same over the line, which knows no NaN: nobody waited. */
const percentileOf = (latencies: number[], of: number): number =>
  latencies.length > 0 ? percentile(latencies, of) : 0;

const isOpen = ({ answered }: Question): boolean => answered === undefined;

/** Posts an update until it is taken: a second after it was sent away, twice as long each time, up to half a minute. */
async function post({ webhook, secret }: Asked, body: string, question: Question): Promise<void> {
  const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
  for (let attempt = 0; ; attempt++) {
    const posted = performance.now();
    question.taken = posted;
    const answer = await request(webhook, { method: "POST", headers, body, dispatcher: agent }).catch(
      () => undefined,
    );
    await answer?.body.dump();
    if (answer?.statusCode === 200) return;
    refusals.push(performance.now() - posted);
    await sleep(1_000 * Math.min(2 ** attempt, 30) * (0.75 + Math.random() / 2));
  }
}

async function rush(asked: Asked): Promise<Told> {
  const [before, from] = [doubled, refusals.length];
  const questions: Question[] = [];

  function ask(id: number, intended: number): void {
    const chat = chatOf(id);
    const question: Question = { intended };
    const body = JSON.stringify(said(++update, id, lines[chat.asked++ % lines.length]!));
    questions.push(question);
    everybody.push(question);
    chat.posting = chat.posting.then(() => {
      chat.waiting.push(question);
      return post(asked, body, question);
    });
  }

  const begun = performance.now();
  for (let at = begun, next = 0; at < begun + asked.seconds * 1000; next++) {
    const early = at - performance.now();
    if (early > 1) await sleep(early);
    ask(asked.first + (next % asked.chats), at);
    at += (-Math.log(1 - Math.random()) / asked.rate) * 1000;
    // Even when it is late with its questions it must hear the answers.
    if (next % 20 === 0) await new Promise(setImmediate);
  }
  const whose = asked.seconds > 0 ? questions : everybody;
  const end = performance.now() + asked.patience * 1000;
  while (whose.some(isOpen) && performance.now() < end) await sleep(20);

  const over = performance.now();
  const waited = questions.map(({ intended, answered = over }) => answered - intended);
  const taken = everybody.filter(({ taken = 0, answered }) => taken >= begun && answered !== undefined);
  const served = taken.map(({ taken = 0, answered = 0 }) => ({
    second: Math.floor((taken - begun) / 1000),
    ms: answered - taken,
  }));
  const [seconds] = [Math.ceil((over - begun) / 1000)];
  return {
    ...{ asked: questions.length, left: everybody.filter(isOpen).length, doubled: doubled - before },
    ...{ p50: percentileOf(waited, 0.5), p99: percentileOf(waited, 0.99), seconds: (over - begun) / 1000 },
    served: {
      p99: percentileOf(
        served.map(({ ms }) => ms),
        0.99,
      ),
      bySecond: Array.from({ length: seconds }, (_, at) =>
        percentileOf(
          served.filter(({ second }) => second === at).map(({ ms }) => ms),
          0.99,
        ),
      ),
    },
    sentAway: { times: refusals.length - from, p99: percentileOf(refusals.slice(from), 0.99) },
  };
}

process.on("message", async (message) => process.send?.(await rush(Asked.parse(message))));
process.on("disconnect", () => process.exit());
process.send?.(telegram.url);
