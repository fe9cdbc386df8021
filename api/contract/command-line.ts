import { readFileSync } from "node:fs";
import { type ParseArgsConfig, parseArgs, parseEnv } from "node:util";

/** What is wrong with how a program was called, its arguments or its `.env`: one sentence, for the one who called. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads `.env` into the environment, where there is one: what is set already stays.
 * @throws {UsageError} where it is there and cannot be read: without it a demo university would begin instead
 */
export function loadEnvFile(): void {
  let text: string;
  try {
    text = readFileSync(".env", "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return;
    throw new UsageError(".env cannot be read; it is to be a file that this user may read.", { cause });
  }
  if (/[\0\ufffd]/.test(text))
    throw new UsageError(".env is not text in UTF-8, but perhaps in Windows' UTF-16; save it as UTF-8.");
  // With the mark that editors put before UTF-8 the first variable would have another name.
  const said = Object.entries(parseEnv(text.replace(/^\ufeff/, "")));
  for (const [name, value] of said) process.env[name] ??= value;
}

/** Errors whose message is already the sentence that the operator needs. */
const spokenErrors = ["ConfigError", "StartError", "PhraseError", "UsageError"];

/** What the operator is shown of an error: one sentence, or, of an unexpected one, all of it. */
export const forOperator = (error: unknown): unknown =>
  error instanceof Error && spokenErrors.includes(error.name) ? error.message : error;

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

/**
 * What a program was called with. It ends here for who wants to know how it is called, and, with a sentence and exit
 * code 1, where it does not know something.
 */
export function argumentsOrEnd<const T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  if (asksForHelp()) {
    console.log(usage);
    process.exit();
  }
  try {
    return readArguments(config);
  } catch (error) {
    console.error(forOperator(error));
    process.exit(1);
  }
}

/** Runs a command that takes no arguments. */
export async function withoutArguments(usage: string, command: () => void | Promise<void>): Promise<void> {
  argumentsOrEnd(usage, {});
  await command();
}
