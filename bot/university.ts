import { type Api, createApi, type Transport } from "../api/contract/client.ts";
import { staffChatHeader, staffChatOf } from "../api/contract/route.ts";
import { DeliveryFailure, type OpenDocument } from "./channels/channel.ts";
import { openLine } from "./transport.ts";

/** The way to the API, over HTTP, also when it runs in this very process. */
export type University = {
  api: Api;
  /** The same, where each call is looked on at. */
  watched(around: Around): Api;
  openDocument: OpenDocument;
  /** The bytes of a document of a thread's request, for the desk. */
  openThreadFile(thread: string, file: string): Promise<Uint8Array>;
  close(): Promise<void>;
};

type Around = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * @param follow makes requests say which trace they belong to
 * @param addresses where the API listens, see {@link openLine}
 * @param serviceKey the key of the university's own programs
 */
export function reachUniversity(
  addresses: () => readonly string[],
  serviceKey: string,
  follow = (send: Transport): Transport => send,
): University {
  const { close, ...line } = openLine(addresses);
  const send = follow(line.send);
  const api = createApi(send, serviceKey);
  return {
    api,
    watched: (around) => createApi((request) => around(() => send(request)), serviceKey),
    async openThreadFile(id, file) {
      try {
        return await api.threadFile({ params: { id, file } });
      } catch (cause) {
        throw new DeliveryFailure("unreachable", "a document of the desk could not be fetched", { cause });
      }
    },
    openDocument: rememberLast(async ({ path, token, staffChat, name }) => {
      const headers = {
        authorization: `Bearer ${token ?? serviceKey}`,
        ...(staffChat && { [staffChatHeader]: staffChatOf(staffChat) }),
      };
      const { status, body } = await send({ method: "GET", path, headers }).catch((cause: unknown) => {
        throw new DeliveryFailure("unreachable", `the API did not answer for ${name}`, { cause });
      });
      if (status === 200) return body;
      throw new DeliveryFailure(
        status >= 500 ? "unreachable" : "refused",
        `the API answered ${status} for ${name}`,
      );
    }),
    close,
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
