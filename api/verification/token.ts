import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { SemesterId } from "../contract/shared.ts";
import type { University } from "../university.ts";

/** The documents that anybody who holds one can check. */
export type Verifiable =
  | { kind: "slip"; id: string }
  | { kind: "enrolment"; id: string }
  /** A student's results of a semester. */
  | { kind: "result-card"; id: string; semester: string };

type Cipher = Pick<University, "cipher">;

const letters = { slip: "s", enrolment: "e", "result-card": "r" } as const;
/** 96 bits: nobody guesses one, and the QR code stays coarse enough for a cheap printer. */
const signatureLength = 16;

/**
 * The address where a document can be checked: its kind and its row, signed, so that nobody can walk through others'.
 * @returns undefined where the university has no public address
 */
export function verifyUrl(
  { cipher, publicUrl }: Cipher & Pick<University, "publicUrl">,
  document: Verifiable,
): string | undefined {
  if (!publicUrl) return undefined;
  const id = Buffer.from(document.id.replaceAll("-", ""), "hex").toString("base64url");
  const body = `${letters[document.kind]}${id}${"semester" in document ? document.semester : ""}`;
  return `${publicUrl}/verify/${body}.${signature({ cipher }, body)}`;
}

const Body = z.union([
  z.tuple([z.enum(["s", "e"]), z.uuid(), z.literal("")]),
  z.tuple([z.literal("r"), z.uuid(), SemesterId]),
]);

/** Reads a token. @returns undefined if it was not made here */
export function readToken({ cipher }: Cipher, token: string): Verifiable | undefined {
  const [body = "", signed = ""] = token.split(".", 2);
  const expected = Buffer.from(signature({ cipher }, body));
  const given = Buffer.from(signed);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const hex = Buffer.from(body.slice(1, 23), "base64url").toString("hex");
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const read = Body.safeParse([body[0], uuid, body.slice(23)]).data;
  if (!read) return undefined;
  const [kind, id, semester] = read;
  if (kind === "r") return { kind: "result-card", id, semester };
  return { kind: kind === "s" ? "slip" : "enrolment", id };
}

const signature = ({ cipher }: Cipher, body: string): string =>
  cipher.blindIndex("verification", body).slice(0, signatureLength);
