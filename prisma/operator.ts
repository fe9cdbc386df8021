import { hasCode } from "./files.ts";
import { StartError } from "./start-error.ts";

/**
 * Runs an operator's command with the environment and `.env`; what cannot be right ends it with one sentence and exit
 * code 1.
 */
export async function withOperator(
  command: (environment: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
  try {
    loadEnvFile();
    const environment = Object.entries(process.env).filter(([, value]) => value !== "");
    await command(Object.fromEntries(environment));
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exitCode = 1;
  }
}

/** Where there is none, everything may be in the environment. */
function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (cause) {
    if (hasCode(cause, "ENOENT")) return;
    throw new StartError(".env cannot be read; it is to be a file that this user may read.", { cause });
  }
}
