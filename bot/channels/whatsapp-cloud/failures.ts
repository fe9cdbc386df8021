import { z } from "zod";
import { DeliveryFailure } from "../channel.ts";
import { jsonOf } from "./json.ts";

const Answer = z.object({
  error: z.object({
    code: z.int(),
    message: z.string().optional(),
    is_transient: z.boolean().optional().catch(undefined),
    error_data: z.object({ details: z.string().optional() }).optional().catch(undefined),
  }),
});

/** The chat's 24 hours are over: only a template may be sent. */
export const reengagement = 131047;
/** The person cannot be reached here. */
export const undeliverable = 131026;

/** A file is not what it is sent as, or too large for it. */
export const unfit = 131053;

/** For the whole number, and for one pair of numbers (one message in six seconds); in seconds. */
const pauses: Record<number, { retryAfter: number; scope: "chat" | "channel" }> = {
  130429: { retryAfter: 5, scope: "channel" },
  80007: { retryAfter: 60, scope: "channel" },
  131048: { retryAfter: 60, scope: "channel" },
  131056: { retryAfter: 6, scope: "chat" },
};
/** Nobody is there, or has not taken WhatsApp's terms. */
const gone = new Set([undeliverable, 131021, 131030]);
/** The token, the permission or the account: the operator mends it, and until then everything stays owed. */
const operators = new Set([0, 3, 10, 190, 200, 368, 131005, 131031, 131042, 131045, 133010]);
/** WhatsApp itself is ill. */
const ill = new Set([1, 2, 4, 131000, 131016, 131057, 133004, 135000]);
/** The HTTP status of throttling, for a code that this list does not have. */
const tooMany = 429;

/** What a refusal was. Its code counts, not the HTTP status: throttling has been seen as 403. */
export class GraphRefusal extends DeliveryFailure {
  readonly code: number;
  constructor(code: number, ...rest: ConstructorParameters<typeof DeliveryFailure>) {
    super(...rest);
    this.code = code;
  }
}

/**
 * What a refusal of the Graph API's means for delivery.
 * @param retryAfter the header's seconds; NaN without one
 */
export function failureOf(status: number, body: string, retryAfter: number): DeliveryFailure {
  const read = Answer.safeParse(jsonOf(body));
  if (!read.success)
    return new DeliveryFailure(status >= 500 ? "unreachable" : "refused", `WhatsApp answered ${status}`);
  const { code, message = "", error_data: data, is_transient: isPassing = false } = read.data.error;
  const told = `WhatsApp: ${code} ${data?.details ?? message}`;
  const pause = pauses[code] ?? (status === tooMany ? pauses[130429] : undefined);
  if (pause) {
    const seconds = Number.isFinite(retryAfter) ? retryAfter : pause.retryAfter;
    return new GraphRefusal(code, "slow-down", told, { ...pause, retryAfter: seconds });
  }
  if (gone.has(code)) return new GraphRefusal(code, "blocked", told);
  if (operators.has(code) || status === 401) {
    return new GraphRefusal(code, "unreachable", `${told}; is WHATSAPP_CLOUD_TOKEN still good?`);
  }
  if (ill.has(code) || status >= 500 || isPassing) return new GraphRefusal(code, "unreachable", told);
  return new GraphRefusal(code, "refused", told);
}
