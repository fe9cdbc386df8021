// First, so that every schema of the program is compiled when it is first used.
import "zod/compile";
import { readConfig } from "./config.ts";
import { loadEnvFile } from "./env-file.ts";
import { start } from "./start.ts";

/** Errors whose message is already the sentence that the operator needs. */
const spokenErrors = ["ConfigError", "StartError", "PhraseError"];

try {
  loadEnvFile();
  const { url, demo, log, stop } = await start(readConfig(process.env));
  let stopping = false;
  const end = (code: number) => {
    stopping = true;
    void stop().then(() => process.exit(code));
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    // A second signal means it: an operator who presses Ctrl-C again does not want to wait.
    process.on(signal, () => (stopping ? process.exit(1) : end(0)));
  }
  // The shell in which npm runs its scripts ends at a signal and does not hand it on: whoever lost it is to stop too.
  if (process.env.npm_lifecycle_event !== undefined) {
    const shell = process.ppid;
    setInterval(() => process.ppid !== shell && !stopping && end(0), 500).unref();
  }
  // What nobody waited for went wrong: one update, perhaps, which comes again. Everybody else is served on.
  process.on("unhandledRejection", (cause) => log.error({ cause }, "something failed unheard"));
  // What stands in the middle of something may be broken: the service manager starts a whole one.
  process.on("uncaughtException", (cause) => {
    log.fatal({ cause }, "a mistake of ours; this process ends");
    if (!stopping) end(1);
  });
  console.log(greeting(url, demo));
} catch (error) {
  const spoken = error instanceof Error && spokenErrors.includes(error.name);
  console.error(spoken ? error.message : error);
  process.exit(1);
}

function greeting(url: string, demo: boolean): string {
  const students = [
    "",
    "This is a demo university. Log in as one of its students:",
    "  22P-123456   password demo-pass-1   (BA; results published, enrolment open)",
    "  23B-654321   password demo-pass-2   (B.Ed; previous semester not completed)",
    'Staff: desk@rabta.example, password demo-desk-1, at the desk or in a chat ("staff login").',
    "Supervisor, who writes broadcasts: supervisor@rabta.example, password demo-desk-2.",
  ];
  const addresses = [
    "",
    `Rabta is ready. Chat with it in a browser:  ${url}/chat`,
    `The desk, where staff answer:               ${url}/desk`,
    `The API's documentation:                    ${url}/docs`,
    "",
  ];
  return [...(demo ? students : []), ...addresses].join("\n");
}
