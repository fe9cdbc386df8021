import { hasCode } from "../prisma/files.ts";
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
    console.error(
      lacksTables(error)
        ? "The database lacks the tables of this version: npm run migrate."
        : forOperator(error),
    );
    process.exitCode = 1;
  }
}

/** Whether a table or a column is missing, in the codes of Prisma and of PostgreSQL. */
const lacksTables = (error: unknown): boolean =>
  ["P2021", "P2022", "42P01", "42703"].some((code) => hasCode(error, code));
