// `npm run -s staff -- help`: who works at the desk; for the operator, who has the database.
import { openDatabase } from "../prisma/database.ts";
import { StartError } from "../prisma/start-error.ts";
import { readArguments } from "./contract/command-line.ts";
import { StaffSummary } from "./contract/desk.ts";
import { withOperator } from "./operator.ts";
import {
  addStaff,
  allowStaff,
  changeStaff,
  listStaff,
  renewPassword,
  type StaffDetails,
} from "./records/staff.ts";

const usage = `Who works at the desk.

  npm run -s staff -- list
  npm run -s staff -- add sadia@university.example --name "Sadia Noreen" --role agent
  npm run -s staff -- change sadia@university.example --role supervisor --office LHR
  npm run -s staff -- password sadia@university.example     a new one; ends all of their logins
  npm run -s staff -- disable sadia@university.example      at once; enable lets in again

  --role        agent, supervisor or admin (docs/desk.md says who may do what)
  --office      a regional office's code; --department a department's: then only requests of those are theirs.
                "all" takes it away again.

A password is shown once and kept nowhere: tell it to its owner, who logs in at /desk or writes "staff login" to the bot.
The database is that of DATABASE_URL; the embedded one only while the program is stopped. .env is read.`;

await withOperator(usage, async ({ DATABASE_URL: url, DATA_DIR: dataDir = ".rabta" }) => {
  const { command, email, details } = asked();
  if (command === "help") return console.log(usage);
  const database = await openDatabase({ url, dataDir });
  const records = { database, now: () => new Date() };
  try {
    switch (command) {
      case "list":
        return await list(records);
      case "add": {
        const { name, role } = details;
        if (!name || !role) throw new StartError('Who is it? --name "Sadia Noreen" --role agent');
        return tellPassword(email, await addStaff(records, email, { ...details, name, role }));
      }
      case "change":
        await changeStaff(records, email, details);
        return console.log(`${email} is changed.`);
      case "password":
        return tellPassword(email, await renewPassword(records, email));
      case "enable":
      case "disable": {
        const open = await allowStaff(records, email, command === "enable");
        console.log(
          `${email} is ${command === "enable" ? "let in again" : "logged out, and let in no more"}.`,
        );
        if (command === "disable" && open.length > 0)
          console.log(`Still theirs, until a supervisor assigns them to somebody: ${open.join(", ")}`);
        return;
      }
      default:
        throw new StartError(`There is no ${command}: npm run -s staff -- help`);
    }
  } finally {
    await database.close();
  }
});

function asked(): { command: string; email: string; details: StaffDetails } {
  const string = { type: "string" } as const;
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: { name: string, role: string, office: string, department: string, help: { type: "boolean" } },
  });
  const [command = "help", email = ""] = positionals;
  if (values.help) return { command: "help", email, details: {} };
  const role = StaffSummary.shape.role.optional().safeParse(values.role);
  if (!role.success) throw new StartError("--role is agent, supervisor or admin.");
  if (email === "" && !["help", "list"].includes(command))
    throw new StartError(`Whom? npm run -s staff -- ${command} sadia@university.example`);
  const { name, office, department } = values;
  const place = (code: string | undefined) => (code?.toLowerCase() === "all" ? null : code);
  const details = { name, role: role.data, office: place(office), department: place(department) };
  return { command, email, details };
}

function tellPassword(email: string, password: string): void {
  console.log(`${email} · password: ${password}`);
}

async function list(records: Parameters<typeof listStaff>[0]): Promise<void> {
  const all = await listStaff(records);
  if (all.length === 0) console.log("Nobody yet: npm run -s staff -- help");
  for (const { name, email, role, office, department, disabledAt, lastSeenAt } of all) {
    const seen = lastSeenAt ? `seen ${lastSeenAt.toISOString().slice(0, 10)}` : "never seen";
    const place = [office ?? "all offices", department ?? "all departments"];
    console.log([name, email, role, ...place, disabledAt ? "disabled" : seen].join("\t"));
  }
}
