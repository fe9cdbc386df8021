import type { Api } from "../api/contract/client.ts";
import { Problem } from "../api/contract/problems.ts";
import { type Repetition, repeat } from "./repeat.ts";

/** So often it is asked, in ms: a new key comes to one process after another. */
const minute = 60_000;

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
 * Says once a minute, for as long as it is so, that the API has another key: whatever else fails then names neither the key
 * nor the variable. Other processes go on, and so does this one: a student who is logged in is served all the same, and the
 * key may be changed in the API first.
 * @param addresses where the API is, as API_URL has it
 */
export function proveKey(
  api: Pick<Api, "broadcastContent">,
  addresses: readonly string[],
  log: { error(details: object, message: string): void },
): Repetition {
  return repeat(
    async () => {
      if ((await takesKey(api)) !== false) return;
      log.error(
        {},
        `API_KEY is not the key of the API at ${addresses.join(", ")}: nobody can log in, and nothing is sent that is owed; set the same one for all processes.`,
      );
    },
    minute,
    // That the API is away is said by whatever needs it.
    () => {},
  );
}
