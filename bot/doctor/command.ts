// `npm run doctor`: examines what the configuration says and what it leads to, and says so in sentences. Nothing is
// changed. Exit code 1 where something is wrong.
import { ConfigError, readConfig } from "../config.ts";
import { loadEnvFile } from "../env-file.ts";
import { examine } from "./examine.ts";

try {
  loadEnvFile();
  let mistakes = 0;
  for await (const { isRight, says } of examine(readConfig(process.env))) {
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
  console.error(error instanceof ConfigError ? `✗ ${error.message}` : error);
  process.exit(1);
}
