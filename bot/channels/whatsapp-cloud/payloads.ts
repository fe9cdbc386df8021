import type { Markup } from "../../../conversations/engine/markup.ts";
import type { DocumentMessage, TextMessage } from "../../../conversations/engine/message.ts";
import type { SharedFiles } from "../../delivery/shared-files.ts";
import type { OpenDocument } from "../channel.ts";
import type { Graph } from "./graph.ts";
import { captioned, mediaOf, renderText, withMedia } from "./render.ts";
import { type Uploaded, upload } from "./upload.ts";

/** What is sent for a message or a file that is at hand: its payloads, in order. Files are uploaded first. */
export type Payloads = {
  /** @throws a `DeliveryFailure` */
  ofMessage(message: TextMessage | DocumentMessage): Promise<object[]>;
  /** @param quotes the message that it answers. @throws likewise */
  ofFile(
    file: { name: string; type: string; bytes: Uint8Array },
    caption: Markup,
    quotes: string | undefined,
  ): Promise<object[]>;
};

/** @param shared files that go to many, which Meta is given once */
export function createPayloads(
  graph: Pick<Graph, "upload">,
  openDocument: OpenDocument,
  shared: SharedFiles,
): Payloads {
  return {
    async ofMessage(message) {
      if (message.kind === "text") return quoting(renderText(message), message.quotes);
      const { source, caption, choices = [] } = message;
      const { id, type } = await shared.use(source.shared, async (known) => {
        if (known !== undefined) return { result: fileOf(known), handle: known };
        const file = await upload(graph, { ...source, bytes: await openDocument(source) });
        return { result: file, handle: handleOf(file) };
      });
      const file = { name: source.name, type };
      return choices.length === 0
        ? captioned(id, file, caption)
        : withMedia(renderText({ kind: "text", text: caption, choices }), mediaOf(id, file, ""));
    },
    async ofFile(file, caption, quotes) {
      const { id, type } = await upload(graph, file);
      return quoting(captioned(id, { name: file.name, type }, caption), quotes);
    },
  };
}

/** The first of what is sent answers a message, if any is meant. */
const quoting = (all: object[], message_id: string | undefined): object[] =>
  message_id === undefined
    ? all
    : all.map((one, at) => (at === 0 ? { ...one, context: { message_id } } : one));

/** A file as it is remembered for the next one it goes to. */
const handleOf = ({ id, type }: Uploaded): string => `${id} ${type}`;
function fileOf(handle: string): Uploaded {
  const [id = "", type = ""] = handle.split(" ");
  return { id, type };
}
