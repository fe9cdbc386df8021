import { GraphRefusal, unfit } from "./failures.ts";
import type { Graph } from "./graph.ts";

/** A file as Meta has it; its type says as what it is sent. */
export type Uploaded = { id: string; type: string };

/** A picture that is larger (bytes) is none for WhatsApp. */
const largestPicture = 5 * 1024 ** 2;
/** What WhatsApp takes of any content and size: by its name a phone opens it all the same. */
const anything = "text/plain";

/**
 * Gives a file to Meta: calendars, and pictures that WhatsApp does not take as pictures, as files to be opened.
 * @throws a `DeliveryFailure`
 */
export async function upload(
  graph: Pick<Graph, "upload">,
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array },
): Promise<Uploaded> {
  const as = async (given: string) => ({ id: await graph.upload(bytes, given, name), type: given });
  const isPicture = type.startsWith("image/");
  if (type === "text/calendar" || (isPicture && bytes.length > largestPicture)) return as(anything);
  try {
    return await as(type);
  } catch (error) {
    if (isPicture && error instanceof GraphRefusal && error.code === unfit) return as(anything);
    throw error;
  }
}
