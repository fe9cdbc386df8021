import { ConfigError } from "./config.ts";

/**
 * Reads `.env` into the environment, where there is one: what is set already stays.
 * @throws {@link ConfigError} where it is there and cannot be read: without it a demo university would begin instead
 */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return;
    throw new ConfigError(".env cannot be read; it is to be a file that this user may read.", { cause });
  }
}
