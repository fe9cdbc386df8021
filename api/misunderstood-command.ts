// `npm run -s misunderstood`: what the bot did not understand in the last weeks, to be taught: how often, the phrase,
// what was offered, and what was chosen then.
import { openDatabase } from "../prisma/database.ts";
import { readArguments } from "./contract/command-line.ts";
import { withOperator } from "./operator.ts";
import { misunderstoodIn } from "./records/misunderstood.ts";
import { weekOf } from "./rules/week.ts";

const weeks = 4;
const most = 200;
const week = 7 * 24 * 60 * 60_000;

const shown = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([intent, count]) => `${intent} ${count}`)
    .join(", ") || "–";

const howMany = (phrases: number): string =>
  phrases === 0 ? "nothing" : phrases === 1 ? "1 phrase" : `${phrases} phrases`;

const usage = `What students wrote and the bot did not understand, week by week: how often, the phrase, what was offered, and what
was chosen then. docs/understanding.md says how to teach it.

  npm run -s misunderstood

The database is that of DATABASE_URL, or the embedded one in DATA_DIR while the program is stopped. .env is read.`;

await withOperator(usage, async ({ DATABASE_URL: url, DATA_DIR: dataDir = ".rabta" }) => {
  readArguments({});
  const database = await openDatabase({ url, dataDir });
  try {
    for (let back = 0; back < weeks; back++) {
      const monday = weekOf(new Date(Date.now() - back * week));
      const phrases = await misunderstoodIn(database, monday, most);
      console.log(`Week of ${monday}: ${howMany(phrases.length)}`);
      for (const { phrase, count, offered, chosen } of phrases)
        console.log([count, phrase, `offered ${shown(offered)}`, `chosen ${shown(chosen)}`].join("\t"));
    }
  } finally {
    await database.close();
  }
});
