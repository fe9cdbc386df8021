import { expect, test } from "vitest";
import { whatsappWebChannel } from "../../bot/channels/whatsapp-web/index.ts";
import { pdf } from "../attachments/papers.ts";

test("what waits for its turn when the process stops is tried again, by another or later", async () => {
  const quiet = () => {};
  const channel = whatsappWebChannel({
    browser: {
      ...{ dataPath: "", executablePath: undefined, args: [], page: undefined },
      ...{ pairingNumber: undefined, group: undefined },
    },
    ...{ operatorKey: "operators only", openDocument: async () => pdf() },
    log: { info: quiet, warn: quiet, error: quiet },
  });
  const chat = "923001234567@c.us";
  // Nobody is paired: the first has its turn, and no phone to go from.
  const first = channel.send(chat, { kind: "text", text: "one" });
  await expect(first).rejects.toMatchObject({ kind: "unreachable", message: "WhatsApp is not there now" });
  const waiting = channel.send(chat, { kind: "text", text: "two" });
  const failed = expect(waiting).rejects.toMatchObject({ name: "DeliveryFailure", kind: "unreachable" });
  await channel.stop();
  await failed;
});
