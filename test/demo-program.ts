import { demoCipherKey, testDatabase } from "./database.ts";
import { dataDirectory, type Program, startProgram } from "./program.ts";

/**
 * The real program over the demo university, in a process of its own. Where this machine has PostgreSQL the university
 * is a copy that is there at once; the embedded one is made anew, which takes a while.
 */
export async function startDemo(
  environment: Record<string, string> = {},
): Promise<Program & { end(): Promise<void> }> {
  const data = await dataDirectory();
  const { database, url } = process.env.TEST_POSTGRES_URL ? await testDatabase("postgresql") : {};
  await database?.close();
  const program = await startProgram({
    DATA_DIR: data.path,
    ...(url !== undefined && { DATABASE_URL: url, ENCRYPTION_KEY: demoCipherKey }),
    ...environment,
  });
  return {
    ...program,
    async end() {
      await program.stop();
      await data.remove();
    },
  };
}
