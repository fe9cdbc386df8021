import { Pool } from "undici";
import { type Api, createApi, type Transport } from "../api/contract/client.ts";
import { DeliveryFailure, type OpenDocument } from "./channels/channel.ts";

/** An answer that takes longer than this, in ms, is none: the student is told instead of left waiting. */
const patience = 20_000;

/** The way to the API, over HTTP, also when it runs in this very process. */
export type University = {
  api: Api;
  openDocument: OpenDocument;
  /** The bytes of a document of a thread's request, for the desk. */
  openThreadFile(thread: string, file: string): Promise<Uint8Array>;
  close(): Promise<void>;
};

/**
 * @param url where the API listens; asked for at the first call, when a server of this process listens too
 * @param serviceKey the key of the university's own programs
 */
export function reachUniversity(url: () => string, serviceKey: string): University {
  let pool: Pool | undefined;
  const send: Transport = async ({ method, path, headers, body }) => {
    pool ??= new Pool(new URL(url()).origin, {
      connections: 64,
      headersTimeout: patience,
      bodyTimeout: patience,
    });
    const answer = await pool.request({ method, path, headers, ...(body !== undefined && { body }) });
    return { status: answer.statusCode, body: new Uint8Array(await answer.body.arrayBuffer()) };
  };
  const api = createApi(send, serviceKey);
  return {
    api,
    async openThreadFile(id, file) {
      try {
        return await api.threadFile({ params: { id, file } });
      } catch (cause) {
        throw new DeliveryFailure("unreachable", "a document of the desk could not be fetched", { cause });
      }
    },
    openDocument: rememberLast(async ({ path, token, name }) => {
      const headers = { authorization: `Bearer ${token ?? serviceKey}` };
      const { status, body } = await send({ method: "GET", path, headers }).catch((cause: unknown) => {
        throw new DeliveryFailure("unreachable", `the API did not answer for ${name}`, { cause });
      });
      if (status === 200) return body;
      throw new DeliveryFailure(
        status >= 500 ? "unreachable" : "refused",
        `the API answered ${status} for ${name}`,
      );
    }),
    close: async () => pool?.destroy(),
  };
}

/** What goes to many is fetched once: the last such document stays at hand. */
function rememberLast(open: OpenDocument): OpenDocument {
  let last: { name: string; bytes: Promise<Uint8Array> } | undefined;
  return (source) => {
    const { shared } = source;
    if (shared === undefined) return open(source);
    if (last?.name !== shared) {
      const one = { name: shared, bytes: open(source) };
      one.bytes.catch(() => {
        if (last === one) last = undefined;
      });
      last = one;
    }
    return last.bytes;
  };
}
