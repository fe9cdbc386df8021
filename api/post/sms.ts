import { request } from "undici";
import { type Carrier, Undeliverable } from "./post.ts";

/** A gateway that does not answer in so long, in ms, is given up for now. */
const patience = 15_000;

/**
 * Text messages over a gateway's HTTP interface.
 * @param url with `{to}` and `{text}` in it, it is fetched with both filled in; otherwise `{"to", "text"}` is posted to
 *   it as JSON. A user and a password in it are sent as basic authentication.
 */
export function openSms(url: string): Carrier {
  return async ({ to, text }) => {
    const fillsIn = url.includes("{to}");
    const filled = url.replace("{to}", encodeURIComponent(to)).replace("{text}", encodeURIComponent(text));
    const address = new URL(filled);
    const { username, password } = address;
    address.username = "";
    address.password = "";
    const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
    const { statusCode, body } = await request(address, {
      method: fillsIn ? "GET" : "POST",
      headers: {
        ...(!fillsIn && { "content-type": "application/json" }),
        ...(username && { authorization: `Basic ${credentials.toString("base64")}` }),
      },
      ...(!fillsIn && { body: JSON.stringify({ to, text }) }),
      headersTimeout: patience,
      bodyTimeout: patience,
    });
    await body.dump();
    if (statusCode < 300) return;
    const again = statusCode === 429 || statusCode >= 500;
    const Failure = again ? Error : Undeliverable;
    throw new Failure(`the SMS gateway answered ${statusCode}`);
  };
}
