import type { FastifyInstance } from "fastify";
import { type Config, ConfigError } from "./config.ts";

/** Listens at HOST and PORT. @returns the address @throws {@link ConfigError} where that cannot be */
export async function listen(http: FastifyInstance, { PORT, HOST }: Config): Promise<string> {
  try {
    return await http.listen({ port: PORT, host: HOST });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "EADDRINUSE") {
      throw new ConfigError(
        `PORT ${PORT} is taken by another program; set another one, like PORT=${PORT + 1}.`,
        { cause },
      );
    }
    if (code === "EACCES")
      throw new ConfigError(`PORT ${PORT} may not be used by this user; one from 1024 may.`, { cause });
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new ConfigError(
        `HOST ${HOST} is no address of this machine; 127.0.0.1 is, and 0.0.0.0 means all.`,
        { cause },
      );
    }
    throw cause;
  }
}

/** Where the server listens, as this machine itself calls it. */
export function addressOf(http: FastifyInstance): string {
  const address = http.server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server does not listen yet");
  const anywhere = address.address === "0.0.0.0" || address.address === "::";
  const host = anywhere ? "127.0.0.1" : address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
