import { z } from "zod";
import { type AskableType, RequestType, requestTypes } from "../contract/requests.ts";
import { openStates } from "../rules/request-states.ts";
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

/** Nobody has so many questions open at a time; each is a thread of its own before staff, who have others to answer. */
const mostQueries = 20;

/**
 * The types of which a student can file no more before one that is open is over, each with the newest that is open: the
 * same correction is not asked for twice at a time.
 */
export async function openAlready(tx: Transaction, studentId: string): Promise<ReadonlyMap<string, string>> {
  const open = await tx.serviceRequest.findMany({
    where: { studentId, state: { in: openStates } },
    orderBy: { id: "desc" },
    select: { type: true, reference: true },
  });
  const full = Map.groupBy(open, ({ type }) => type);
  return new Map(
    [...full].flatMap(([type, [newest, ...others]]) =>
      newest && others.length + 1 >= (type === "general" ? mostQueries : 1) ? [[type, newest.reference]] : [],
    ),
  );
}

/** What a student can ask for. */
export async function requestTypesOf(tx: Transaction, studentId: string): Promise<{ types: AskableType[] }> {
  const needing = await typesWithDocument(tx);
  const open = await openAlready(tx, studentId);
  return {
    types: requestTypes.map((type) => ({
      ...{ type, needsDocument: needing.has(type), openAlready: open.get(type) ?? null },
    })),
  };
}
