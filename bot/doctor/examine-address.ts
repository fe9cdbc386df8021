import { z } from "zod";
import { createApi } from "../../api/contract/client.ts";
import { clockFinding, type Finding, right, wrong } from "../../api/contract/finding.ts";
import { takesKey } from "../prove-key.ts";
import { openLine } from "../transport.ts";

const patience = 10_000;
const Live = z.object({ status: z.string() });

/** Whether a running Rabta answers at an address of the configuration, and what time it is there. */
export async function examineAddress(variable: string, address: string): Promise<Finding[]> {
  const before = Date.now();
  try {
    const answer = await fetch(new URL("/health/live", address), { signal: AbortSignal.timeout(patience) });
    if (!answer.ok || Live.safeParse(await answer.json().catch(() => null)).data?.status !== "ok")
      return [
        wrong(`${variable} ${address} is answered by something that is not Rabta (status ${answer.status}).`),
      ];
    const date = Date.parse(answer.headers.get("date") ?? "");
    const clock = Number.isNaN(date)
      ? []
      : [clockFinding(`The server at ${address}`, date, (before + Date.now()) / 2, 1_000)];
    return [right(`${variable} ${address} leads to Rabta.`), ...clock];
  } catch (cause) {
    return [
      wrong(
        `${variable} ${address} does not answer (${reasonOf(cause)}): is it running, and does its name lead here?`,
      ),
    ];
  }
}

/** The same of an API, and whether it has the same key. */
export async function examineApi(address: string, key: string): Promise<Finding[]> {
  const found = await examineAddress("API_URL", address);
  if (!found[0]?.isRight) return found;
  const line = openLine(() => [address]);
  try {
    return [...found, keyFinding(address, await takesKey(createApi(line.send, key)))];
  } catch (cause) {
    return [...found, wrong(`API_URL ${address} says nothing that can be read (${reasonOf(cause)}).`)];
  } finally {
    await line.close();
  }
}

function keyFinding(address: string, isOurs: boolean | undefined): Finding {
  if (isOurs === undefined)
    return wrong(`API_URL ${address} leads to a process without the role api: name one that has it.`);
  return isOurs
    ? right(`The API at ${address} has the same API_KEY.`)
    : wrong(`API_KEY is not the key of the API at ${address}: set the same one for all processes.`);
}

/** Why nothing answered, in a word or two, without an address that may hold a token. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "no answer";
  if (cause.cause instanceof Error) return reasonOf(cause.cause);
  return "code" in cause ? String(cause.code) : cause.name;
}
