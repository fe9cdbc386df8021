// `npm run -s understand`: one sentence a line in, one line of JSON out, so that an operator sees what the bot makes of it.
import { createInterface } from "node:readline";
import { understand } from "./understand.ts";

process.stdout.on("error", () => process.exit(0));
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const { text, intent, score, entities, language } = understand(line);
  process.stdout.write(`${JSON.stringify({ text, intent, score, entities, language })}\n`);
}
