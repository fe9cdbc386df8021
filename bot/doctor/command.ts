// `npm run doctor`: examines what the configuration says and what it leads to, and says so in sentences. Nothing is
// changed. Exit code 1 where something is wrong.
import { asksForHelp, loadEnvFile, readArguments, UsageError } from "../../api/contract/command-line.ts";
import { type Finding, wrong } from "../../api/contract/finding.ts";
import { type Config, ConfigError, readConfig } from "../config.ts";
import { examine } from "./examine.ts";

const usage = `Examines the configuration and what it leads to, says what is wrong, and changes nothing.

  npm run doctor

Give it the environment of the process that is ill. .env is read. Exit code 1 where something is wrong.`;

if (asksForHelp()) {
  console.log(usage);
  process.exit(0);
}
try {
  readArguments({});
  loadEnvFile();
  let mistakes = 0;
  for await (const { isRight, says } of examined()) {
    if (!isRight) mistakes++;
    console.log(`${isRight ? "✓" : "✗"} ${says}`);
  }
  console.log(
    mistakes === 0
      ? "\nAll is well."
      : `\n${mistakes === 1 ? "One thing is" : `${mistakes} things are`} wrong.`,
  );
  process.exit(mistakes === 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof UsageError ? `✗ ${error.message}` : error);
  process.exit(1);
}

/** Where the environment cannot be right, that is all that can be found: everything that is wrong with it. */
async function* examined(): AsyncGenerator<Finding> {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return yield* error.mistakes.map(wrong);
  }
  yield* examine(config);
}
