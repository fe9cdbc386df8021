import { expect } from "vitest";
import type { Api } from "../../api/contract/client.ts";
import type { ChatAddress } from "../../api/contract/shared.ts";
import { newKey, refusal } from "./campus.ts";
import { password } from "./records.ts";

/** Tries to log a chat in; with the right password and a key of its own unless told. */
export const tryIn = (
  api: Api,
  chat: ChatAddress,
  registrationNumber: string,
  typed = password,
  idempotencyKey = newKey(),
) => api.for({ idempotencyKey }).login({ body: { ...chat, registrationNumber, password: typed } });

/** Fails to log in, so many times, each in the chat that `chat` names. */
export async function failTimes(
  api: Api,
  times: number,
  chat: () => ChatAddress,
  registrationNumber: string,
) {
  for (let time = 0; time < times; time++) {
    expect(await refusal(tryIn(api, chat(), registrationNumber, "wrong"))).toBe("wrong-credentials");
  }
}
