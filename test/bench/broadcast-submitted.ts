import { randomUUID } from "node:crypto";
import type { Api } from "../../api/contract/client.ts";
import { staffPasswords } from "../university.ts";

const texts = [{ language: "en" as const, body: "Dear {name}, the results of Spring are announced." }];

/**
 * Writes a broadcast to everybody. As every large one it has been counted and waits for a second person.
 * @returns that person's calls, each with a key of its own
 */
export async function submitted(api: Api) {
  async function logIn(who: keyof typeof staffPasswords) {
    const body = {
      ...{ channel: "web", chat: randomUUID() },
      ...{ email: `${who}@rabta.example`, password: staffPasswords[who] },
    };
    const { token } = await api.for({ idempotencyKey: randomUUID() }).staffLogin({ body });
    return () => api.for({ token, idempotencyKey: randomUUID() });
  }
  const [writer, admin] = [await logIn("supervisor"), await logIn("admin")];
  const { reference } = await writer().createBroadcast({ body: { topic: "results", texts } });
  await writer().actOnBroadcast({ params: { reference }, body: { action: "submit" } });
  return { reference, admin };
}
