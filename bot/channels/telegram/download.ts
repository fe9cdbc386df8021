import type { Api } from "grammy";
import { request } from "undici";
import type { ReceivedFile } from "../../../conversations/engine/update.ts";
import { readBody, TooLarge } from "../../read-body.ts";
import { DeliveryFailure } from "../channel.ts";
import { failureOf } from "./failures.ts";

/** The largest file that a bot may download, in bytes. */
const largestDownload = 20 * 1024 * 1024;
/** How long (ms) a download may take. */
const patience = 60_000;

export type Download = { api: Api; apiRoot: string; token: string };

/**
 * Fetches a file that a student sent.
 * @throws {@link DeliveryFailure}; the address holds the token, so nothing of it is in there
 */
export async function download(
  { handle, bytes }: ReceivedFile,
  { api, apiRoot, token }: Download,
): Promise<Uint8Array> {
  if (bytes > largestDownload)
    throw new DeliveryFailure("refused", "the file is larger than a bot may fetch");
  const { file_path: path } = await api.getFile(handle).catch((error: unknown) => {
    throw failureOf(error) ?? error;
  });
  if (path === undefined) throw new DeliveryFailure("refused", "Telegram has no path for the file");
  const signal = AbortSignal.timeout(patience);
  try {
    const { statusCode, body } = await request(`${apiRoot}/file/bot${token}/${path}`, { signal });
    if (statusCode === 200) return await readBody(body, largestDownload);
    await body.dump();
    throw new DeliveryFailure("unreachable", `Telegram answered ${statusCode} to a download`);
  } catch (error) {
    if (error instanceof DeliveryFailure) throw error;
    if (error instanceof TooLarge)
      throw new DeliveryFailure("refused", "the file is larger than a bot may fetch");
    const why = error instanceof Error && "code" in error ? String(error.code) : "no answer";
    throw new DeliveryFailure("unreachable", `a file of Telegram's could not be fetched (${why})`);
  }
}
