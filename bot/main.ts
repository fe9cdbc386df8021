// First, so that every schema of the program is compiled when it is first used.
import "zod/compile";
import { asksForHelp, forOperator, loadEnvFile, readArguments } from "../api/contract/command-line.ts";
import { readConfig } from "./config.ts";
import { greeting } from "./greeting.ts";
import { start } from "./start.ts";

const usage = `Starts Rabta: the roles of ROLES, or all of them, until it is stopped (Ctrl-C).

  npm start

It takes no arguments; .env.example explains the variables that say what it does, in the environment or in .env.`;

if (asksForHelp()) {
  console.log(usage);
  process.exit(0);
}
try {
  readArguments({});
  loadEnvFile();
  const config = readConfig(process.env);
  const { log, stop, ...running } = await start(config);
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
  // Node would print them between the lines of the log. Those of deprecations are for whoever develops it.
  process.removeAllListeners("warning").on("warning", (cause) => {
    log[cause.name === "DeprecationWarning" ? "debug" : "warn"]({ cause }, "a warning of Node's");
  });
  // What nobody waited for went wrong: one update, perhaps, which comes again. Everybody else is served on.
  process.on("unhandledRejection", (cause) => log.error({ cause }, "something failed unheard"));
  // What stands in the middle of something may be broken: the service manager starts a whole one.
  process.on("uncaughtException", (cause) => {
    log.fatal({ cause }, "a mistake of ours; this process ends");
    if (!stopping) end(1);
  });
  console.log(greeting(running, config.has));
} catch (error) {
  console.error(forOperator(error));
  process.exit(1);
}
