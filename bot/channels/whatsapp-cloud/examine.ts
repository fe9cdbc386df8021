import { z } from "zod";
import { type Finding, right, wrong } from "../../../api/contract/finding.ts";
import type { GraphOptions } from "./graph.ts";

const PhoneNumber = z.object({ display_phone_number: z.string(), quality_rating: z.string().optional() });
const Refused = z.object({ error: z.object({ message: z.string() }) });

/** Asks Meta whether the token may send for the number. */
export async function examineCloud({ root, phoneId, token }: GraphOptions): Promise<Finding> {
  try {
    const answer = await fetch(`${root}/${phoneId}?fields=display_phone_number,quality_rating`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
    const said: unknown = await answer.json();
    const number = PhoneNumber.safeParse(said);
    if (answer.ok && number.success) {
      const { display_phone_number: shown, quality_rating: quality } = number.data;
      return quality === "RED"
        ? wrong(
            `Meta rates the quality of ${shown} as low: it will be slowed down; look at what is broadcast.`,
          )
        : right(`Meta lets the token send for ${shown}.`);
    }
    const why = Refused.safeParse(said).data?.error.message ?? `status ${answer.status}`;
    return wrong(`WHATSAPP_CLOUD_TOKEN or WHATSAPP_CLOUD_PHONE_ID is not accepted by Meta (${why}).`);
  } catch {
    return wrong(`WHATSAPP_CLOUD_API_ROOT ${root} does not answer.`);
  }
}
