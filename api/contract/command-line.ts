import { type ParseArgsConfig, parseArgs } from "node:util";

/** What is wrong with how a program was called, its arguments or its `.env`: one sentence, for the one who called. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads `.env` into the environment, where there is one: what is set already stays.
 * @throws {UsageError} where it is there and cannot be read: without it a demo university would begin instead
 */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return;
    throw new UsageError(".env cannot be read; it is to be a file that this user may read.", { cause });
  }
}

/** Whether who calls wants to know how it is done. */
export const asksForHelp = (): boolean => ["help", "--help", "-h"].includes(process.argv[2] ?? "");

/** What a program was called with. @throws {UsageError} for what it does not know */
export function readArguments<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    // The first sentence says what is wrong; what follows is about files whose names begin with a dash.
    const [wrong] = (cause instanceof Error ? cause.message : String(cause)).split(/\.(?:\s|$)/);
    throw new UsageError(`${wrong}; --help shows how it is called.`, { cause });
  }
}
