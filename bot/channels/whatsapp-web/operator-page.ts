import rateLimit from "@fastify/rate-limit";
import type { FastifyPluginAsync } from "fastify";
import QRCode from "qrcode";
import { sameSecret } from "../../../api/contract/same-secret.ts";
import { escapeHtml } from "../../escape-html.ts";
import type { Status } from "./status.ts";

const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? "unknown" : `${Math.round(bytes / 1024 ** 2)} MB`;

/**
 * `GET /operator/whatsapp`: how the number is doing, and the QR or code that pairs it. It loads itself again.
 * @param key the password, with any name: the API's key
 */
export const operatorPage =
  (status: () => Status, key: string): FastifyPluginAsync =>
  async (app) => {
    // The page asks twelve times a minute; who guesses the key would like more.
    await app.register(rateLimit, { max: 60, timeWindow: "1 minute" });
    app.get("/operator/whatsapp", async (request, reply) => {
      if (!isOperator(request.headers.authorization, key)) {
        return reply.code(401).header("www-authenticate", 'Basic realm="operator"').send();
      }
      const { state, qr, code, number, memory, restarts, why } = status();
      const rows: [string, string | undefined][] = [
        ["State", state],
        ["Number", number && `+${number}`],
        ["Memory of the process", memory && megabytes(memory.process)],
        ["Memory of the browser", memory && megabytes(memory.browser)],
        ["Begun anew", `${restarts} times`],
        ["The last time because", why],
      ];
      const listed = rows
        .map(([name, value]) => (value ? `<dt>${name}<dd>${escapeHtml(value)}` : ""))
        .join("");
      const drawn = qr ? await QRCode.toString(qr, { type: "svg", margin: 2, width: 280 }) : "";
      const written = code ? `<p>Pairing code: <b>${escapeHtml(code)}</b>` : "";
      return reply
        .type("text/html; charset=utf-8")
        .headers({
          "cache-control": "no-store",
          "content-security-policy":
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "x-content-type-options": "nosniff",
          "referrer-policy": "no-referrer",
        })
        .send(
          `<!doctype html><html lang="en"><meta charset="utf-8"><title>WhatsApp</title><meta http-equiv="refresh" content="5"><meta name="viewport" content="width=device-width"><style>body{font:1rem/1.5 system-ui;margin:2rem;max-width:32rem}dt{color:#666}dd{margin:0 0 .5rem}</style><h1>WhatsApp</h1>${drawn}${written}<dl>${listed}</dl></html>`,
        );
    });
  };

function isOperator(header: string | undefined, key: string): boolean {
  const given = Buffer.from(/^Basic +(\S+)$/i.exec(header ?? "")?.[1] ?? "", "base64").toString();
  return sameSecret(given.slice(given.indexOf(":") + 1), key);
}
