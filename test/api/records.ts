import { randomInt } from "node:crypto";
import type { Database } from "../../prisma/database.ts";
import type { FieldCipher } from "../../prisma/encryption.ts";
import { hashPassword } from "../../prisma/passwords.ts";

/** The password of every student here who has one. */
export const password = "right-pass-1";
let hashed: Promise<string> | undefined;

/** A programme and an office, to which the students of these tests belong. */
export type Faculty = { programmeId: string; regionalOfficeId: string };

/** Writes what a student needs: a programme with its scale, an office, and three semesters. */
export async function foundFaculty({ client }: Database): Promise<Faculty> {
  const semesters = [
    { id: "2025-autumn", season: "autumn", year: 2025, sequence: 4051 },
    { id: "2026-spring", season: "spring", year: 2026, sequence: 4052 },
    { id: "2026-autumn", season: "autumn", year: 2026, sequence: 4053 },
  ] as const;
  const studied = { studyFrom: new Date("2026-01-01"), studyTo: new Date("2026-06-01") };
  await client.semester.createMany({ data: semesters.map((semester) => ({ ...semester, ...studied })) });
  const { id: programmeId } = await client.programme.create({
    data: {
      ...{ code: "BA", level: "ba", name: "Associate Degree in Arts", semesters: 4 },
      ...{ creditHours: 66, maxCreditHours: 18, assignmentSubmission: "posted" },
      gradingScale: { create: { name: "common", passMark: 40, componentPassMark: 40 } },
    },
  });
  const { id: regionalOfficeId } = await client.regionalOffice.create({
    data: { code: "LHR", name: "Lahore", address: "Lahore" },
  });
  await client.resultPublication.createMany({
    data: [
      { semesterId: "2025-autumn", programmeId, announcedAt: new Date("2026-07-01T09:00:00Z") },
      { semesterId: "2026-spring", programmeId, announcedAt: new Date("2026-11-01T09:00:00Z") },
      // Approved, and not announced before December.
      { semesterId: "2026-autumn", programmeId, announcedAt: new Date("2026-12-10T09:00:00Z") },
    ],
  });
  const courses = [
    { code: "416", title: "Islamiyat", titleUrdu: "اسلامیات", creditHours: 3 },
    { code: "402", title: "Economics", creditHours: 6 },
    { code: "1423", title: "Compulsory English-I", creditHours: 3 },
  ];
  for (const course of courses) {
    const offerings = { create: semesters.map(({ id }) => ({ semesterId: id })) };
    await client.course.create({ data: { ...course, offerings } });
  }
  return { programmeId, regionalOfficeId };
}

/** Admits a student of one's own, with a registration number that nobody else here has. */
export async function admit(
  { client }: Database,
  cipher: FieldCipher,
  faculty: Faculty,
  own: { passwordHash?: string | null; name?: string; erasedAt?: Date } = {},
) {
  hashed ??= hashPassword(password);
  const sealed = (column: string, plain: string) => cipher.seal(`students.${column}`, plain);
  return client.student.create({
    data: {
      registrationNumber: `${randomInt(10, 99)}Q-${String(randomInt(1_000_000)).padStart(6, "0")}`,
      ...{ name: "Fatima <b>Noor</b>", nameUrdu: "فاطمہ نور", fatherName: "Noor Ahmed" },
      cnicSealed: sealed("cnic", "35202-1234567-1"),
      phoneSealed: sealed("phone", "+923001234567"),
      emailSealed: sealed("email", "fatima@example.com"),
      addressSealed: sealed("address", "House 5, Street 2, Lahore"),
      passwordHash: await hashed,
      ...faculty,
      admittedSemesterId: "2025-autumn",
      ...own,
    },
  });
}

/** Marks of a course, as the examiners gave them. */
export type Marks = {
  assignmentMarks: number;
  examMarks: number;
  total: number;
  grade: string;
  gradePoint: number;
};

/** Enrols a student in courses of a semester, with their marks where there are any. */
export async function enrol(
  { client }: Database,
  student: { id: string; programmeId: string },
  semesterId: string,
  marks: Record<string, Marks | null>,
): Promise<void> {
  const offerings = await client.offering.findMany({
    where: { semesterId, course: { code: { in: Object.keys(marks) } } },
    include: { course: true },
  });
  await client.enrolment.create({
    data: {
      ...{ studentId: student.id, semesterId, programmeId: student.programmeId, semesterNumber: 1 },
      reference: `EN-${crypto.randomUUID()}`,
      courses: {
        create: offerings.map((offering) => {
          const result = marks[offering.course.code];
          return {
            offeringId: offering.id,
            ...(result && { result: { create: { ...result, status: "passed" as const } } }),
          };
        }),
      },
    },
  });
}
