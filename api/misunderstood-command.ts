// `npm run -s misunderstood`: what the bot did not understand in the last weeks, to be taught: how often, the phrase, what
// was offered, and what was chosen then.
import { openDatabase } from "../prisma/database.ts";
import { withOperator } from "../prisma/operator.ts";
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

await withOperator(async ({ DATABASE_URL: url, DATA_DIR: dataDir = ".rabta" }) => {
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
