import { asksForHelp, forOperator, loadEnvFile } from "./contract/command-line.ts";

/**
 * Runs an operator's command with the environment and `.env`; what cannot be right ends it with one sentence and exit
 * code 1.
 * @param usage printed, and nothing done, where that is asked for
 */
export async function withOperator(
  usage: string,
  command: (environment: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
  if (asksForHelp()) return console.log(usage);
  try {
    loadEnvFile();
    const environment = Object.entries(process.env).filter(([, value]) => value !== "");
    await command(Object.fromEntries(environment));
  } catch (error) {
    console.error(forOperator(error));
    process.exitCode = 1;
  }
}
