import { z } from "zod";
import { RequestType, requestTypes } from "../contract/requests.ts";
import type { Transaction } from "../university.ts";

/** The key of the setting in which the operator keeps which requests need a document. */
export const documentsSetting = "requests-with-document";

/** Where nobody set anything: what is printed on a degree is not changed on anybody's word alone. */
export const usuallyWithDocument: RequestType[] = ["name-correction", "cnic-correction"];

export const WithDocument = z.array(RequestType);

/** Which requests need a document. */
export async function typesWithDocument(tx: Transaction): Promise<ReadonlySet<RequestType>> {
  const setting = await tx.setting.findUnique({ where: { key: documentsSetting } });
  return new Set(setting ? WithDocument.parse(setting.value) : usuallyWithDocument);
}

/** What can be asked for. */
export async function requestTypesOf(
  tx: Transaction,
): Promise<{ types: { type: RequestType; needsDocument: boolean }[] }> {
  const needing = await typesWithDocument(tx);
  return { types: requestTypes.map((type) => ({ type, needsDocument: needing.has(type) })) };
}
