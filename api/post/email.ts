import { createTransport } from "nodemailer";
import { type Carrier, Undeliverable } from "./post.ts";

/** A server that does not answer in so long, in ms, is given up for now. */
const patience = 15_000;

/**
 * E-mail over SMTP.
 * @param url `smtp://user:password@mail.university.example:587?from=campus@university.example`, or `smtps:`
 * @param name the sender's name
 */
export function openEmail(url: string, name: string): Carrier {
  const { searchParams, username, hostname } = new URL(url);
  const user = decodeURIComponent(username);
  const address = searchParams.get("from") ?? (user.includes("@") ? user : `no-reply@${hostname}`);
  const transport = transportTo(url);
  return async ({ to, subject, text }) => {
    try {
      await transport.sendMail({ from: { name, address }, to, subject, text });
    } catch (cause) {
      // RFC 5321, section 4.2.1: 5yz is for good.
      if (replyCode(cause) >= 500) throw new Undeliverable("the mail server refused the message", { cause });
      throw cause;
    }
  };
}

/** Opens the way to the mail server of SMTP_URL. */
export function transportTo(url: string) {
  const server = new URL(url);
  server.searchParams.delete("from");
  return createTransport({
    url: server.href,
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
  });
}

/** What the server answered where it refused something; 0 where it did not come to that. */
export const replyCode = (cause: unknown): number =>
  cause instanceof Error && "responseCode" in cause ? Number(cause.responseCode) : 0;
