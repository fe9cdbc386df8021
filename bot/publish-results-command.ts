// For supervisors at a terminal: `npm run -s publish-results -- help`.
import { readArguments, UsageError } from "../api/contract/command-line.ts";
import { NewPublication } from "../api/contract/results.ts";
import { WrittenMoment } from "../conversations/understanding/moment.ts";
import { momentName, semesterName } from "../conversations/words/names.ts";
import { asStaff, atTerminal, say, wordsAtTerminal } from "./staff-at-terminal.ts";

const usage = `Publishes a semester's results, and tells every subscriber of "results" their own.

  npm run -s publish-results -- 2026-spring BA BED                 at once
      --at "2027-02-15 09:00"                                      or then, on Pakistan's clock

It prints the reference of the broadcast that tells them: npm run -s broadcast -- watch|pause|resume|cancel it. What is
published already is refused, and nothing of the call is done then.

It asks for a supervisor's e-mail and password, or takes them from STAFF_EMAIL and STAFF_PASSWORD. The program is at
API_URL (http://127.0.0.1:PORT without it); where the API has no /desk, API_KEY is needed too. .env is read.`;

const t = wordsAtTerminal();

await atTerminal(t, async () => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: { at: { type: "string" }, help: { type: "boolean", default: false } },
  });
  const [semester = "help", ...programmes] = positionals;
  if (values.help || semester === "help") return console.log(usage);
  const announcedAt = WrittenMoment.optional().safeParse(values.at);
  if (!announcedAt.success) throw new UsageError('--at is a time to come, like "2027-02-15 09:00".');
  if (programmes.length === 0)
    throw new UsageError(`Of which programmes? npm run -s publish-results -- ${semester} BA BED`);
  const asked = NewPublication.safeParse({ semester, programmes, announcedAt: announcedAt.data });
  if (!asked.success) throw new UsageError(`${asked.error.issues[0]?.message}.`);
  await asStaff(async (as) => {
    const { announcedAt: when, broadcast } = await as().publishResults({ body: asked.data });
    say(
      t("results-published", {
        ...{ semester: semesterName(t, semester), programmes: programmes.join(", ") },
        ...{ when: momentName(t, when), reference: broadcast },
      }),
    );
  });
});
