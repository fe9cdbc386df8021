// For supervisors at a terminal: `npm run -s broadcast -- help`. It does what they may do at the desk, as themselves.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { BroadcastAction, BroadcastReference, isOver, NewBroadcast } from "../api/contract/broadcasts.ts";
import type { Api } from "../api/contract/client.ts";
import { readArguments, UsageError } from "../api/contract/command-line.ts";
import { registrationNumbersIn } from "../api/contract/registration-numbers.ts";
import { escapeMarkup, type Markup, plain } from "../conversations/engine/markup.ts";
import type { TextMessage } from "../conversations/engine/message.ts";
import { broadcastMessage, sizeIn } from "../conversations/words/broadcast.ts";
import { doneOf, progressIn, summaryIn } from "../conversations/words/broadcast-progress.ts";
import { translate } from "../conversations/words/words.ts";
import { capabilities } from "./channels/capabilities.ts";
import { previews } from "./delivery/broadcast-preview.ts";
import { asStaff, atTerminal, say, wordsAtTerminal } from "./staff-at-terminal.ts";

const usage = `Broadcasts from the command line.

  npm run -s broadcast -- size FILE             how many it would reach now
  npm run -s broadcast -- preview FILE          how each messenger shows it, in each language
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

const withReference = new Set<string>([...BroadcastAction.options, "watch", "failures"]);
const commands = new Set([...withReference, "size", "preview", "create", "list"]);

/** How often (ms) to look while one is watched. */
const every = 1_000;
const t = wordsAtTerminal();

async function main(): Promise<void> {
  const { values, positionals } = readArguments({
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
  if (!commands.has(command))
    throw new UsageError(`There is no command ${command}; npm run -s broadcast -- help lists them.`);
  if (withReference.has(command) && !BroadcastReference.safeParse(target).success)
    throw new UsageError(`Which broadcast? npm run -s broadcast -- ${command} BC-2026-000003`);
  await asStaff((as) => perform(as, { command, target, ...values }));
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
      return say(sizeIn(t, await as().segmentSize({ body: { topic, segment } })));
    }
    case "preview":
      return preview(await written(target, options.numbers));
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
  }
}

/** As a student with the example's name reads it, in each language on each messenger. */
function preview({ texts, segment, topic, buttons, fields }: z.output<typeof NewBroadcast>): void {
  const content = { reference: "", results: null, file: null, topic, texts, buttons, fields };
  const own = (segment.courses ?? []).join(", ");
  for (const { language } of texts) {
    const name = plain(translate(language)("broadcast-example-name"));
    const message = broadcastMessage("preview", content, { language, name, own });
    for (const { channel, parts, closed } of previews(capabilities, message)) {
      say(`\n— ${channel} · ${translate(language)("language-name")}`);
      for (const part of parts) if (part.kind === "text") say(inWords(part));
      if (closed) say(`${t("broadcast-window-over")}\n${escapeMarkup(closed)}`);
    }
  }
}

const inWords = ({ text, choices = [] }: TextMessage): Markup =>
  [text, ...choices.map(({ label }) => `[${escapeMarkup(label)}]`)].join("\n");

/** A broadcast as a file has it. */
async function written(file: string, numbers: string | undefined): Promise<z.output<typeof NewBroadcast>> {
  if (file === "")
    throw new UsageError("Which file? It is JSON, like npm run -s broadcast -- help shows it.");
  const read = NewBroadcast.safeParse(inJson(file, await readText(file)));
  if (!read.success) throw new UsageError(`${file}: ${z.prettifyError(read.error)}`);
  if (numbers === undefined) return read.data;
  const { numbers: list, unread } = registrationNumbersIn(await readText(numbers));
  if (list.length === 0) throw new UsageError(`${numbers} has no registration number; one is 22P-123456.`);
  for (const line of unread) console.error(`Not read: ${line}`);
  return { ...read.data, segment: { ...read.data.segment, registrationNumbers: list } };
}

const bytesOf = (file: string): Promise<Buffer> =>
  readFile(file).catch((cause: unknown) => {
    throw new UsageError(`${file} cannot be read.`, { cause });
  });

const readText = async (file: string): Promise<string> => (await bytesOf(file)).toString("utf8");

function inJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${file} is no JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
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
            await as().uploadDeskFile({ query: { name: basename(attach) }, bytes: await bytesOf(attach) })
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
    if (!isOver(one.state)) continue;
    const { outcomes } = await as().broadcastOutcomes({ params: { reference } });
    for (const line of summaryIn(t, outcomes)) say(line);
    return;
  }
}

await atTerminal(t, main);
