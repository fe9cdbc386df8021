// `npm run -s understand`: one sentence a line in, one line of JSON out, so that an operator sees what the bot makes of it.
import { once } from "node:events";
import { createInterface } from "node:readline";
import { flows } from "../flows/index.ts";
import { reading } from "./decide.ts";
import { PhraseError } from "./phrases.ts";
import { learnNow, understand } from "./understand.ts";

// Whoever reads may stop reading (`| head`): there is nobody left to tell.
process.stdout.on("error", () => process.exit(0));

try {
  learnNow(Object.keys(flows));
  for await (const line of createInterface({ input: process.stdin })) {
    const understood = understand(line);
    const { text, language } = understood;
    const told = process.stdout.write(`${JSON.stringify({ text, ...reading(understood), language })}\n`);
    if (!told) await once(process.stdout, "drain");
  }
} catch (cause) {
  if (!(cause instanceof PhraseError)) throw cause;
  console.error(cause.message);
  process.exitCode = 1;
}
