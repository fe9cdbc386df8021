import sharp from "sharp";
import { GraphRefusal, unfit } from "./failures.ts";
import type { Graph } from "./graph.ts";

/** A file as Meta has it; its type says as what it is sent. */
export type Uploaded = { id: string; type: string };

/** A picture that is larger (bytes) is none for WhatsApp. */
const largestPicture = 5 * 1024 ** 2;
/** What is no picture and goes as what it is. */
const ownTypes = new Set(["application/pdf", "audio/ogg"]);
/** What WhatsApp takes of any content and size: by its name a phone opens it all the same. */
const anything = "text/plain";

/** Longer sides (px) no phone shows. */
const longestSide = 2_560;

/**
 * Gives a file to Meta. A picture that WhatsApp does not take as one is drawn anew; what is none after all, a
 * calendar or a table go as files to be opened.
 * @throws a `DeliveryFailure`
 */
export async function upload(
  graph: Pick<Graph, "upload">,
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array },
): Promise<Uploaded> {
  const as = async (given: string, content = bytes) => ({
    id: await graph.upload(content, given, name),
    type: given,
  });
  if (!type.startsWith("image/")) return as(ownTypes.has(type) ? type : anything);
  const whole = bytes.length <= largestPicture ? await unlessUnfit(as(type)) : undefined;
  if (whole) return whole;
  const picture = await asJpeg(bytes);
  return (picture && (await unlessUnfit(as("image/jpeg", picture)))) ?? as(anything);
}

/** Undefined where it is not what it is sent as. */
async function unlessUnfit(sent: Promise<Uploaded>): Promise<Uploaded | undefined> {
  try {
    return await sent;
  } catch (error) {
    if (error instanceof GraphRefusal && error.code === unfit) return undefined;
    throw error;
  }
}

/** The same picture as every phone shows it; undefined where nobody can read it. */
async function asJpeg(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const picture = sharp(bytes)
    .rotate()
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" });
  const drawn = await picture
    .jpeg({ quality: 85 })
    .toBuffer()
    .catch(() => undefined);
  return drawn && drawn.length <= largestPicture ? drawn : undefined;
}
