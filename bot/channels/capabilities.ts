import type { Channel } from "./channel.ts";
import { can as telegram } from "./telegram/can.ts";
import { can as web } from "./web/can.ts";
import { can as whatsappCloud } from "./whatsapp-cloud/can.ts";
import { can as whatsappWeb } from "./whatsapp-web/can.ts";

/** What every messenger can show, whether or not it is turned on. A new one is one line here. */
export const capabilities: readonly Pick<Channel, "name" | "can">[] = [
  { name: "web", can: web },
  { name: "telegram", can: telegram },
  { name: "whatsapp-web", can: whatsappWeb },
  { name: "whatsapp-cloud", can: whatsappCloud },
];
