import type { FieldCipher } from "../encryption.ts";
import type { PrismaClient } from "../generated/client.ts";
import { hashPassword } from "../passwords.ts";
import type { SeedSemester } from "./calendar.ts";
import { between, type Chance, idOf, pick } from "./chance.ts";
import { person, type SeedName } from "./people.ts";
import { regions } from "./regions.ts";

type Transaction = Pick<PrismaClient, "student">;

/** A student of the demo university. */
export type SeedStudent = SeedName & {
  registrationNumber: string;
  programme: string;
  region: string;
  /** How many semesters they have been enrolled for, the newest of them the last before the one open for enrolment. */
  semesters: number;
  password?: string;
  cnic: string;
  phone: string;
  email: string;
  address: string;
};

/** So many students beside the two who can log in. */
const others = 200;

/** The two whom everybody can be: see the README. */
const demo: SeedStudent[] = [
  {
    registrationNumber: "22P-123456",
    password: "demo-pass-1",
    name: "Ayesha Siddiqa",
    nameUrdu: "عائشہ صدیقہ",
    fatherName: "Muhammad Aslam",
    fatherNameUrdu: "محمد اسلم",
    programme: "BA",
    region: "LHR",
    semesters: 3,
    cnic: "35202-1234567-1",
    phone: "+923001234567",
    email: "ayesha@students.rabta.example",
    address: "House 12, Street 4, Gulberg III, Lahore",
  },
  {
    registrationNumber: "23B-654321",
    password: "demo-pass-2",
    name: "Bilal Ahmed",
    nameUrdu: "بلال احمد",
    fatherName: "Ghulam Rasool",
    fatherNameUrdu: "غلام رسول",
    programme: "BED",
    region: "MUX",
    semesters: 2,
    cnic: "36302-7654321-3",
    phone: "+923017654321",
    email: "bilal@students.rabta.example",
    address: "Mohalla Qadeerabad, near Ghanta Ghar, Multan",
  },
];

/** Everybody, the two of the demo first. */
export function students(random: Chance): SeedStudent[] {
  const more = Array.from({ length: others }, (_, at): SeedStudent => {
    const name = person(random);
    const [region, city] = pick(random, regions);
    const year = between(random, 21, 26);
    return {
      ...name,
      registrationNumber: `${year}${pick(random, ["A", "B", "F", "M", "P"])}-${String(200_001 + at * 37)}`,
      programme: pick(random, ["FA", "BA", "BA", "BED"]),
      region,
      semesters: between(random, 1, 3),
      cnic: `${between(random, 11101, 91509)}-${between(random, 1_000_000, 9_999_999)}-${between(random, 1, 9)}`,
      // Numbers that nobody has: the demo must not write to strangers.
      phone: `+92300${String(at + 1).padStart(7, "0")}`,
      email: `${name.name.toLowerCase().replaceAll(" ", ".")}.${at}@students.rabta.example`,
      address: `House ${between(random, 1, 400)}, Street ${between(random, 1, 40)}, ${city}`,
    };
  });
  return [...demo, ...more];
}

/** Admits them. What could harm them in a stranger's hands is sealed. */
export async function admitStudents(
  tx: Transaction,
  all: SeedStudent[],
  semesters: SeedSemester[],
  cipher: FieldCipher,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  const sealed = (column: "cnic" | "phone" | "email", plain: string) => ({
    [`${column}Sealed`]: cipher.seal(`students.${column}`, plain),
    [`${column}Index`]: cipher.blindIndex(`students.${column}`, plain),
  });
  await tx.student.createMany({
    data: all.map((student) => ({
      id: idOf("student", student.registrationNumber),
      registrationNumber: student.registrationNumber,
      name: student.name,
      nameUrdu: student.nameUrdu,
      fatherName: student.fatherName,
      fatherNameUrdu: student.fatherNameUrdu,
      ...sealed("cnic", student.cnic),
      ...sealed("phone", student.phone),
      ...sealed("email", student.email),
      addressSealed: cipher.seal("students.address", student.address),
      passwordHash: hashes.get(student.registrationNumber) ?? null,
      programmeId: idOf("programme", student.programme),
      regionalOfficeId: idOf("region", student.region),
      admittedSemesterId: semesters.at(-1 - student.semesters)?.id ?? "",
    })),
  });
}

/** The passwords of those who have one, hashed. */
export async function hashPasswords(all: SeedStudent[]): Promise<ReadonlyMap<string, string>> {
  const known = all.flatMap(({ registrationNumber, password }) =>
    password ? [{ registrationNumber, password }] : [],
  );
  return new Map(
    await Promise.all(
      known.map(async (one) => [one.registrationNumber, await hashPassword(one.password)] as const),
    ),
  );
}
