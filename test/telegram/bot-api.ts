import { fetch } from "undici";
import type { TelegramDouble } from "../doubles/telegram/index.ts";

/** An answer of the Bot API, loosely: what a test then expects of it is its own matter. */
export interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number };
}

/** Calls a method as any HTTP client would, with a JSON body. */
export async function call(telegram: TelegramDouble, method: string, payload: object = {}): Promise<Answer> {
  return await send(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(payload),
  });
}

/** Sends any request, and reads the answer. @throws Error if the answer is none of the Bot API */
export async function send(url: string, init: Parameters<typeof fetch>[1] = {}): Promise<Answer> {
  const response = await fetch(url, init);
  const body: unknown = await response.json();
  if (!isAnswer(body)) throw new Error(`${url} answered ${JSON.stringify(body)}`);
  if (body.error_code !== undefined && body.error_code !== response.status)
    throw new Error(`HTTP ${response.status} came with error_code ${body.error_code}`);
  return body;
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && "ok" in value && typeof value.ok === "boolean";
}
