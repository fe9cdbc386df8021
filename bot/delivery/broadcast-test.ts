import type { Api } from "../../api/contract/client.ts";
import type { Delivery } from "../../api/contract/deliveries.ts";
import { Language } from "../../api/contract/shared.ts";
import { translate } from "../../conversations/words/words.ts";
import { type Channel, DeliveryFailure } from "../channels/channel.ts";
import { broadcastParts } from "./broadcast-parts.ts";

/** Sends a broadcast to whoever tests it, exactly as students will see it there. @throws what is to be tried again */
export async function sendBroadcastTest(
  api: Api,
  channels: ReadonlyMap<string, Channel>,
  { channel: name, chat, payload }: Delivery,
): Promise<"sent" | "failed"> {
  const channel = channels.get(name);
  const { broadcast: id = "", name: reader = "" } = payload;
  if (!channel) return "failed";
  const language = Language.parse(payload.language);
  const content = await api.broadcastContent({ params: { id } });
  const text = translate(language)("broadcast-test", { reference: content.reference });
  const own = content.fields.course ?? payload.courses ?? "";
  const parts = broadcastParts({ id, content }, { language, name: reader, own }, channel.can);
  try {
    for (const part of [{ kind: "text" as const, text }, ...parts]) await channel.send(chat, part);
    return "sent";
  } catch (error) {
    if (!(error instanceof DeliveryFailure)) throw error;
    if (error.kind === "blocked" || error.kind === "refused") return "failed";
    throw error;
  }
}
