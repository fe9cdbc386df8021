import { Problem, type ProblemCode } from "../../api/contract/problems.ts";
import { mostBytes, mostFiles } from "../../api/contract/requests.ts";
import type { Context } from "../engine/context.ts";
import type { Markup } from "../engine/markup.ts";
import type { KeptFile } from "../engine/questions/sending.ts";
import { problemSentence } from "../engine/refusal.ts";
import { FileUnavailable, type ReceivedFile } from "../engine/update.ts";

/** So many documents come with a request, and with each message. */
export { mostFiles };

/** What is wrong with the file, and not with anything else. */
const ofTheFile: readonly ProblemCode[] = [
  "unsupported-media-type",
  "payload-too-large",
  "file-unreadable",
  "too-many-requests",
  "storage-unavailable",
];

/** Uploads a file that the student sent. @returns the file, or a sentence that says why it cannot be taken */
export const attach = <A>(context: Context<A>, file: ReceivedFile): Promise<KeptFile | Markup> =>
  upload(context, file, (query, bytes) => context.api.uploadFile({ query, bytes }));

/** Uploads a file that a member of staff sent, likewise. */
export const attachForDesk = <A>(context: Context<A>, file: ReceivedFile): Promise<KeptFile | Markup> =>
  upload(context, file, (query, bytes) => context.desk.uploadDeskFile({ query, bytes }));

async function upload<A>(
  { t, fetchFile }: Context<A>,
  file: ReceivedFile,
  to: (query: { name: string }, bytes: Uint8Array) => Promise<KeptFile>,
): Promise<KeptFile | Markup> {
  if (file.bytes > mostBytes) return t("files-too-large");
  try {
    const bytes = await fetchFile(file);
    const { id, name } = await to({ name: file.name.slice(0, 255) }, bytes);
    return { id, name };
  } catch (error) {
    if (error instanceof FileUnavailable) return t("files-unavailable");
    if (!(error instanceof Problem) || !ofTheFile.includes(error.code)) throw error;
    return error.code === "payload-too-large" ? t("files-too-large") : problemSentence(t, error);
  }
}

/** The names of documents, one a line. */
export const fileNames = ({ t }: Pick<Context<unknown>, "t">, files: readonly { name: string }[]): Markup[] =>
  files.map(({ name }) => t("files-name", { name }));
