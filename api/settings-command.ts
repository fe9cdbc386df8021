// `npm run -s settings -- help`: what is set for the whole university; for the operator, who has the database.
import { openDatabase } from "../prisma/database.ts";
import { StartError } from "../prisma/start-error.ts";
import { readArguments } from "./contract/command-line.ts";
import { withOperator } from "./operator.ts";
import { changeSetting, listSettings, resetSetting, settings } from "./records/settings.ts";

const usage = `What is set for the whole university.

  npm run -s settings -- list
  npm run -s settings -- set lms https://lms.university.example
  npm run -s settings -- set requests-with-document name-correction cnic-correction
  npm run -s settings -- set broadcast-approval-above 500
  npm run -s settings -- reset lms                          as if nobody had set it

${Object.entries(settings)
  .map(([key, { says }]) => `  ${key.padEnd(26)}${says}`)
  .join("\n")}

What is set holds at once; nothing need be restarted.
The database is that of DATABASE_URL; the embedded one only while the program is stopped. .env is read.`;

await withOperator(usage, async ({ DATABASE_URL: url, DATA_DIR: dataDir = ".rabta" }) => {
  const { positionals } = readArguments({ allowPositionals: true });
  const [command = "help", key = "", ...words] = positionals;
  if (command === "help") return console.log(usage);
  if (!["list", "set", "reset"].includes(command))
    throw new StartError(`There is no ${command}: npm run -s settings -- help`);
  const database = await openDatabase({ url, dataDir });
  const records = { database, now: () => new Date() };
  try {
    if (command === "set") await changeSetting(records, key, words);
    if (command === "reset") await resetSetting(records, key);
    for (const { key: one, value, isUsual } of await listSettings(records)) {
      if (command !== "list" && one !== key) continue;
      const said = Array.isArray(value) ? value.join(" ") || "none" : value;
      console.log([one, said, ...(isUsual ? ["(as usual)"] : [])].join("\t"));
    }
  } finally {
    await database.close();
  }
});
