import { existsSync } from "node:fs";
import { StartError } from "./start-error.ts";

/**
 * Runs an operator's command with the environment and `.env`; what cannot be right ends it with one sentence and exit
 * code 1.
 */
export async function withOperator(
  command: (environment: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile();
  const environment = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  try {
    await command(environment);
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exitCode = 1;
  }
}
