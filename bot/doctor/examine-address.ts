import { z } from "zod";
import { clockFinding, type Finding, right, wrong } from "../../api/contract/finding.ts";

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

/** Why nothing answered, in a word or two, without an address that may hold a token. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "no answer";
  if (cause.cause instanceof Error) return reasonOf(cause.cause);
  return "code" in cause ? String(cause.code) : cause.name;
}
