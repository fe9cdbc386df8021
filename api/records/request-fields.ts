import { z } from "zod";
import { RequestFields } from "../contract/requests.ts";
import { maskAddress, maskCnic, maskPhone } from "../rules/masking.ts";
import type { University } from "../university.ts";

type Cipher = Pick<University, "cipher">;

const column = "service_requests.fields";
const Sealed = z.object({ sealed: z.string() });

/** A request's fields as they are kept: nobody reads a CNIC in the table. */
export const sealFields = ({ cipher }: Cipher, fields: RequestFields): { sealed: string } => ({
  sealed: cipher.seal(column, JSON.stringify(fields)),
});

/** A request's fields again. @throws where they were kept by something else */
export const openFields = ({ cipher }: Cipher, kept: unknown): RequestFields =>
  RequestFields.parse(JSON.parse(cipher.open(column, Sealed.parse(kept).sealed)));

/** What is asked for, in a few words that harm nobody in a stranger's hands. */
export function proposedOf(fields: RequestFields): string | null {
  switch (fields.type) {
    case "name-correction":
      return fields.name;
    case "cnic-correction":
      return maskCnic(fields.cnic);
    case "address-change":
      return maskAddress(`${fields.street}, ${fields.city}`);
    case "mobile-change":
      return maskPhone(fields.phone);
    case "course-change":
      return `${fields.drop} → ${fields.add}`;
    case "general":
      return null;
  }
}

/** Which of a student's names a corrected one takes the place of: one in Urdu script that in Urdu. */
export const nameColumn = (name: string): "name" | "nameUrdu" =>
  /\p{Script=Arabic}/u.test(name) ? "nameUrdu" : "name";
