import type { RequestFields } from "../contract/requests.ts";
import type { Transaction, University } from "../university.ts";
import { changeCourse, courseChange } from "./course-change.ts";
import { lockStudent } from "./lock-student.ts";
import { nameColumn } from "./request-fields.ts";

/**
 * Makes what an approved request asks for: the correction in the student's record. Names are kept as they were and are
 * now for the audit log; of a CNIC, a number and an address only that they changed.
 * @returns what the audit log may say
 * @throws {import("../contract/problems.ts").Problem} for a course change why it cannot be
 */
export async function correct(
  tx: Transaction,
  { cipher }: Pick<University, "cipher">,
  studentId: string,
  fields: RequestFields,
  now: Date,
): Promise<{ from: object; to: object } | undefined> {
  const update = async (data: object) => {
    await tx.student.update({ where: { id: studentId }, data });
  };
  const sealed = (column: "cnic" | "phone", value: string) => ({
    [`${column}Sealed`]: cipher.seal(`students.${column}`, value),
    [`${column}Index`]: cipher.blindIndex(`students.${column}`, value),
  });
  switch (fields.type) {
    case "name-correction": {
      const before = await tx.student.findUniqueOrThrow({
        where: { id: studentId },
        select: { name: true, nameUrdu: true },
      });
      const column = nameColumn(fields.name);
      await update({ [column]: fields.name });
      return { from: { [column]: before[column] }, to: { [column]: fields.name } };
    }
    case "cnic-correction":
      await update(sealed("cnic", fields.cnic));
      return { from: { cnic: "another" }, to: { cnic: "corrected" } };
    case "mobile-change":
      await update(sealed("phone", fields.phone));
      return { from: { phone: "another" }, to: { phone: "changed" } };
    case "address-change":
      await update({ addressSealed: cipher.seal("students.address", `${fields.street}, ${fields.city}`) });
      return { from: { address: "another" }, to: { address: "changed" } };
    case "course-change":
      await lockStudent(tx, studentId);
      await changeCourse(tx, await courseChange(tx, studentId, fields, now));
      return { from: { course: fields.drop }, to: { course: fields.add } };
    case "general":
      return undefined;
  }
}
