import { StartError } from "./start-error.ts";

const example = (name: string) => `such as ${name}=postgresql://rabta:secret@localhost:5432/rabta`;

/**
 * Reads DATABASE_URL, or what else is `name`d.
 * @returns what PostgreSQL takes: the parameter `schema` is Prisma's, and left out
 * @throws {StartError} one sentence, if it is not the address of a PostgreSQL database, or names a schema of its own
 */
export function databaseUrl(text: string, name = "DATABASE_URL"): string {
  const url = URL.parse(text);
  if (!url || !["postgres:", "postgresql:"].includes(url.protocol) || url.pathname.length < 2) {
    throw new StartError(
      `${name} is not the address of a PostgreSQL database; it needs one ${example(name)}`,
    );
  }
  const schema = url.searchParams.get("schema") ?? "public";
  if (schema !== "public") {
    throw new StartError(
      `${name} names the schema ${schema}; Rabta's tables are in public: give it a database of its own, ${example(name)}`,
    );
  }
  url.searchParams.delete("schema");
  return url.href;
}

/**
 * Says why a server did not let us in, without the password.
 * @param text the address
 * @param cause what connecting ended with
 * @param name what the address is called
 */
export function unreachable(text: string, cause: unknown, name: string): StartError {
  const url = new URL(text);
  const reason = reasons[codeOf(cause)]?.(url) ?? `${url.host} did not answer as PostgreSQL does`;
  return new StartError(`${name} does not lead to a database: ${reason}; it needs one ${example(name)}`, {
    cause,
  });
}

const reasons: Record<string, (url: URL) => string> = {
  ECONNREFUSED: (url) => `nothing listens at ${url.host}`,
  ENOTFOUND: (url) => `there is no host ${url.hostname}`,
  EAI_AGAIN: (url) => `the host ${url.hostname} could not be looked up`,
  ETIMEDOUT: (url) => `${url.host} does not answer`,
  "28P01": (url) => `the password of user ${decodeURIComponent(url.username)} is wrong`,
  "28000": (url) => `user ${decodeURIComponent(url.username)} may not log in`,
  "57P03": (url) => `${url.host} is starting up or shutting down, and takes nobody yet`,
  "53300": (url) => `${url.host} takes no more connections`,
  "3D000": (url) => `there is no database ${decodeURIComponent(url.pathname.slice(1))} at ${url.host}`,
};

/** The system's or PostgreSQL's code; of several addresses tried, the first one's. */
export function codeOf(cause: unknown): string {
  if (cause instanceof AggregateError) return codeOf(cause.errors[0]);
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
