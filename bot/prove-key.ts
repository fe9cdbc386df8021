import { type Api, createApi } from "../api/contract/client.ts";
import { Problem } from "../api/contract/problems.ts";
import { type Repetition, repeat } from "./repeat.ts";
import { openLine } from "./transport.ts";

/** How often (ms) to ask: a new key comes to one process after another. */
const every = 60_000;

/** An id that is none: who has the key reads that, and nothing is looked up. */
const nothing = { params: { id: "none" } };

/**
 * Whose key it is that an address takes.
 * @returns whether it is ours; undefined where no API is there, but another process of Rabta's
 * @throws what else goes wrong, such as that nothing answers
 */
export async function takesKey(api: Pick<Api, "broadcastContent">): Promise<boolean | undefined> {
  try {
    await api.broadcastContent(nothing);
    return true;
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    return cause.code === "not-found" ? undefined : cause.code !== "service-key-required";
  }
}

/**
 * Says once a minute, for as long as it is so, which of the API's processes have another key: whatever else fails then
 * names neither the key nor the variable. Other processes go on, and so does this one: a student who is logged in is
 * served all the same, and the key may be changed in the API first.
 * @param addresses where the API is, as API_URL has it
 */
export function proveKey(
  addresses: readonly string[],
  key: string,
  log: { error(details: object, message: string): void },
): Repetition {
  const asked = addresses.map((address) => ({ address, line: openLine(() => [address]) }));
  const proving = repeat(
    async () => {
      const proved = asked.map(async ({ address, line }) => ({
        address,
        // That one is away is said by whatever needs it.
        isOurs: await takesKey(createApi(line.send, key)).catch(() => undefined),
      }));
      const others = (await Promise.all(proved)).filter(({ isOurs }) => isOurs === false);
      if (others.length === 0) return;
      log.error(
        {},
        `API_KEY is not the key of the API at ${others.map(({ address }) => address).join(", ")}: what is asked there fails, logins and what is owed too; set the same one for all processes.`,
      );
    },
    every,
    () => {},
  );
  return {
    async stop() {
      const stopped = proving.stop();
      await Promise.all(asked.map(({ line }) => line.close()));
      await stopped;
    },
  };
}
