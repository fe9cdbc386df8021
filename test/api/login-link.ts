import { newChat, newKey, type openApi } from "./campus.ts";
import { password } from "./records.ts";

type Opened = Awaited<ReturnType<typeof openApi>>;

/** Asks for a login link, in Urdu. */
export async function ask({ api }: Opened, chat = newChat()) {
  const { url, expiresAt } = await api
    .for({ idempotencyKey: newKey() })
    .createLoginLink({ body: { ...chat, language: "ur" } });
  return { url, expiresAt, path: new URL(url).pathname, chat };
}

/** Sends the form of a login page. */
export const fill = ({ app }: Opened, path: string, registrationNumber: string, typed = password) =>
  app.inject({
    method: "POST",
    url: path,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({ registrationNumber, password: typed }).toString(),
  });

/** What a chat is told. */
export async function told({ api }: Opened, chat: { chat: string }) {
  const { deliveries } = await api.leaseDeliveries({ body: { channels: ["telegram"], limit: 100 } });
  return deliveries.filter((delivery) => delivery.chat === chat.chat);
}

/** Logs a chat in by a completed link. */
export const redeem = (
  { api }: Opened,
  id: string,
  chat: ReturnType<typeof newChat>,
  idempotencyKey = newKey(),
) => api.for({ idempotencyKey }).redeemLoginLink({ params: { id }, body: chat });
