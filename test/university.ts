import Fastify from "fastify";
import { createApi } from "../api/contract/client.ts";
import { type ApiOptions, apiPlugin } from "../api/index.ts";
import { injected } from "./api/campus.ts";
import { testDatabase } from "./database.ts";

export const serviceKey = "a-service-key-for-tests";

/** The real API on a database of its own, with a clock that a test can move. */
export async function testUniversity(
  options: { engine?: "pglite" | "postgresql"; more?: Partial<ApiOptions>; now?: Date } = {},
) {
  const { database, cipher, url } = await testDatabase(options.engine);
  const clock = { now: options.now ?? new Date() };
  const app = Fastify({ bodyLimit: 1024 * 1024 });
  await app.register(apiPlugin, {
    database,
    cipher,
    serviceKey,
    university: "Rabta Open University",
    now: () => new Date(clock.now),
    ...options.more,
  });
  return {
    app,
    database,
    databaseUrl: url,
    clock,
    api: createApi(injected(app), serviceKey),
    /** Lets it be called over HTTP. @returns where */
    listen: () => app.listen({ port: 0, host: "127.0.0.1" }),
    async close() {
      await app.close();
      await database.close();
    },
  };
}
