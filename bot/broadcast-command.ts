// For supervisors at a terminal: `npm run -s broadcast -- help`. It does what they may do at the desk, as themselves.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { createInterface } from "node:readline/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { BroadcastAction, NewBroadcast } from "../api/contract/broadcasts.ts";
import { type Api, ApiUnreachable } from "../api/contract/client.ts";
import { Problem } from "../api/contract/problems.ts";
import { registrationNumbersIn } from "../api/contract/registration-numbers.ts";
import { Language } from "../api/contract/shared.ts";
import { plain } from "../conversations/engine/markup.ts";
import { problemSentence } from "../conversations/engine/refusal.ts";
import { doneOf, progressIn, summaryIn } from "../conversations/words/broadcast-progress.ts";
import { translate } from "../conversations/words/words.ts";
import { cookie } from "./desk/page-caller.ts";
import { reachUniversity } from "./university.ts";

const usage = `Broadcasts from the command line.

  npm run -s broadcast -- size FILE             how many it would reach now
  npm run -s broadcast -- create FILE           writes it down as a draft, and prints its reference
      --numbers LIST.csv                        for these registration numbers, as far as the rest fits
      --attach PICTURE                          a JPEG, PNG or PDF that goes along
      --submit                                  sends it off at once
  npm run -s broadcast -- list
  npm run -s broadcast -- test|submit|approve|pause|resume|cancel BC-2026-000003
  npm run -s broadcast -- watch BC-2026-000003  a bar, until it is over
  npm run -s broadcast -- failures BC-2026-000003 > failures.csv

FILE is JSON: { "topic": "exams", "segment": { "regions": ["LHR"] },
                "texts": [{ "language": "en", "body": "Dear {name}, …" }], "buttons": ["date-sheet"] }

It asks for a supervisor's e-mail and password, or takes them from STAFF_EMAIL and STAFF_PASSWORD. The program is at
API_URL (http://127.0.0.1:PORT without it); where the API has no /desk, API_KEY is needed too. .env is read.`;

/** What is wrong with how it was called: one sentence, for the one who called. */
class UsageError extends Error {
  override readonly name = "UsageError";
}

/** So often (ms) is looked while one is watched. */
const every = 1_000;
const t = translate(Language.catch("en").parse(process.env.DESK_LANGUAGE));
const say = (markup: string) => console.log(plain(markup).replaceAll(/[\u2068\u2069]/g, ""));

async function main(): Promise<void> {
  try {
    process.loadEnvFile();
  } catch {
    // No .env file: everything may be in the environment.
  }
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      numbers: { type: "string" },
      attach: { type: "string" },
      submit: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const [command = "help", target = ""] = positionals;
  if (values.help || command === "help") return console.log(usage);
  const { PORT = "3000", API_URL = `http://127.0.0.1:${PORT}`, API_KEY = "" } = process.env;
  const addresses = API_URL.split(",");
  const university = reachUniversity(() => addresses, API_KEY);
  try {
    const login = await logIn(university.api, API_KEY === "" ? addresses[0] : undefined);
    const as = () => university.api.for({ token: login, idempotencyKey: randomUUID() });
    try {
      await perform(as, { command, target, ...values });
    } finally {
      await as().staffLogout();
    }
  } finally {
    await university.close();
  }
}

type Asked = { command: string; target: string; numbers?: string; attach?: string; submit: boolean };

async function perform(as: () => Api, { command, target, ...options }: Asked): Promise<void> {
  const params = { reference: target };
  const action = BroadcastAction.safeParse(command).data;
  if (action) {
    const one = await as().actOnBroadcast({ params, body: { action } });
    return say(progressIn(t, one));
  }
  switch (command) {
    case "size": {
      const { topic, segment } = await written(target, options.numbers);
      const { total, channels } = await as().segmentSize({ body: { topic, segment } });
      const by = Object.entries(channels).map(([channel, count]) => `${channel} ${count}`);
      return say(t("broadcast-size", { total, channels: by.join(", ") }));
    }
    case "create":
      return create(as, target, options);
    case "list": {
      const { broadcasts } = await as().broadcastList({ query: { limit: 50 } });
      for (const { reference, topic, state } of broadcasts)
        say(`${reference}  ${t(`topic-${topic}`)}  ${t(`broadcast-state-${state}`)}`);
      return;
    }
    case "watch":
      return watch(as, target);
    case "failures":
      return void process.stdout.write(await as().broadcastFailures({ params }));
    default:
      throw new UsageError(`There is no command ${command}; npm run -s broadcast -- help lists them.`);
  }
}

/** A broadcast as a file has it. */
async function written(file: string, numbers: string | undefined): Promise<z.output<typeof NewBroadcast>> {
  if (file === "")
    throw new UsageError("Which file? It is JSON, like npm run -s broadcast -- help shows it.");
  const read = NewBroadcast.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!read.success) throw new UsageError(`${file}: ${z.prettifyError(read.error)}`);
  if (numbers === undefined) return read.data;
  const { numbers: list, unread } = registrationNumbersIn(await readFile(numbers, "utf8"));
  if (list.length === 0) throw new UsageError(`${numbers} has no registration number; one is 22P-123456.`);
  for (const line of unread) console.error(`Not read: ${line}`);
  return { ...read.data, segment: { ...read.data.segment, registrationNumbers: list } };
}

async function create(
  as: () => Api,
  file: string,
  options: Omit<Asked, "command" | "target">,
): Promise<void> {
  const body = await written(file, options.numbers);
  const { attach } = options;
  const attached =
    attach === undefined
      ? {}
      : {
          file: (
            await as().uploadDeskFile({ query: { name: basename(attach) }, bytes: await readFile(attach) })
          ).id,
        };
  const { reference } = await as().createBroadcast({ body: { ...body, ...attached } });
  if (!options.submit) return console.log(reference);
  say(progressIn(t, await as().actOnBroadcast({ params: { reference }, body: { action: "submit" } })));
}

/** A bar in the terminal, drawn anew in its place; on no terminal a line each time that something has changed. */
async function watch(as: () => Api, reference: string): Promise<void> {
  const samples: { done: number; at: number }[] = [];
  for (let drawn = ""; ; await sleep(every)) {
    const one = await as().broadcast({ params: { reference } });
    const shown = plain(progressIn(t, one, Date.now(), samples[0]));
    samples.push({ done: doneOf(one), at: Date.now() });
    if (samples.length > 8) samples.shift();
    if (shown !== drawn) {
      if (process.stdout.isTTY && drawn !== "")
        process.stdout.write(`\u001b[${drawn.split("\n").length}A\u001b[J`);
      say(shown);
      drawn = shown;
    }
    if (one.state !== "finished" && one.state !== "cancelled") continue;
    const { outcomes } = await as().broadcastOutcomes({ params: { reference } });
    for (const line of summaryIn(t, outcomes)) say(line);
    return;
  }
}

/**
 * @param page where to log in as at the desk's page, which needs no key of the program's
 * @returns the token of this command's own login, which ends with it
 */
async function logIn(api: Api, page: string | undefined): Promise<string> {
  const { STAFF_EMAIL, STAFF_PASSWORD } = process.env;
  const email = STAFF_EMAIL ?? (await ask("E-mail: "));
  const password = STAFF_PASSWORD ?? (await ask("Password: ", true));
  if (page !== undefined) return logInAtDesk(page, { email, password });
  const body = { channel: "command-line", chat: randomUUID(), email, password };
  return (await api.for({ idempotencyKey: randomUUID() }).staffLogin({ body })).token;
}

async function logInAtDesk(page: string, body: { email: string; password: string }): Promise<string> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(new URL("/desk/login", page), {
    ...{ method: "POST", headers, body: JSON.stringify(body) },
  }).catch((cause: unknown) => {
    throw new ApiUnreachable("the desk did not answer", { cause });
  });
  const token = new RegExp(`${cookie}=([^;]+)`).exec(answer.headers.get("set-cookie") ?? "")?.[1];
  if (token !== undefined) return token;
  const { title } = z.object({ title: z.string().catch("") }).parse(await answer.json());
  throw new UsageError(title === "" ? "The desk's page let nobody in; is API_URL its address?" : title);
}

async function ask(question: string, hidden = false): Promise<string> {
  if (!process.stdin.isTTY)
    throw new UsageError("Who are you? Set STAFF_EMAIL and STAFF_PASSWORD where there is no terminal.");
  process.stderr.write(question);
  const lines = createInterface({
    input: process.stdin,
    ...(hidden ? {} : { output: process.stderr }),
    terminal: true,
  });
  try {
    return await lines.question("");
  } finally {
    lines.close();
    if (hidden) process.stderr.write("\n");
  }
}

try {
  await main();
} catch (error) {
  if (error instanceof Problem) console.error(plain(problemSentence(t, error)));
  else if (error instanceof ApiUnreachable)
    console.error("The program does not answer; is it running, and is API_URL its address?");
  else if (error instanceof Error) console.error(error.message);
  process.exitCode = 1;
}
