import type { Api } from "../../api/contract/client.ts";
import { announcer } from "../broadcasts/crowd.ts";

const texts = [{ language: "en" as const, body: "Dear {name}, the results of Spring are announced." }];

/**
 * Writes a broadcast to everybody. As every large one it has been counted and waits for a second person.
 * @returns that person's calls, each with a key of its own
 */
export async function submitted(api: Api) {
  const [writer, admin] = [await announcer({ api }, "supervisor"), await announcer({ api }, "admin")];
  const { reference } = await writer().createBroadcast({ body: { topic: "results", texts } });
  await writer().actOnBroadcast({ params: { reference }, body: { action: "submit" } });
  return { reference, admin };
}
