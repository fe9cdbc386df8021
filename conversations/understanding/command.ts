// `npm run -s understand`: one sentence a line in, one line of JSON out, so that an operator sees what the bot makes of it.
import { once } from "node:events";
import { withoutArguments } from "../../api/contract/command-line.ts";
import { flows } from "../flows/index.ts";
import { reading } from "./decide.ts";
import { PhraseError } from "./phrases.ts";
import { learnNow, understand } from "./understand.ts";

// Whoever reads may stop reading (`| head`): there is nobody left to tell. A disk that is full is another matter.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") console.error(error.message);
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

const usage = `One sentence a line in, what the bot makes of it out, as a line of JSON.

  npm run -s understand < sentences.txt

docs/understanding.md says what the JSON means.`;

await withoutArguments(usage, async () => {
  try {
    learnNow(Object.keys(flows));
    for await (const line of lines(process.stdin.setEncoding("utf8"))) {
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
});

/**
 * A line ends as text files' do: other signs at which one might be broken (U+2028) stand within a sentence. What marks the
 * order of bytes at the beginning is no letter of the first.
 */
async function* lines(input: AsyncIterable<string>): AsyncGenerator<string> {
  let before: string | undefined;
  for await (const chunk of input) {
    const parts = (before === undefined ? chunk.replace(/^\ufeff/, "") : before + chunk).split("\n");
    before = parts.pop() ?? "";
    for (const line of parts) yield line.replace(/\r$/, "");
  }
  if (before) yield before.replace(/\r$/, "");
}
