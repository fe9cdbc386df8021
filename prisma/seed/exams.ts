import type { PrismaClient } from "../generated/client.ts";
import { daysFrom, type SeedSemester } from "./calendar.ts";
import { idOf } from "./chance.ts";
import type { StudentRecord } from "./records.ts";

type Transaction = Pick<
  PrismaClient,
  "examSession" | "dateSheetPaper" | "rollNumberSlip" | "tutor" | "tutorAssignment"
>;

const hour = 60 * 60 * 1000;

/**
 * Announces the coming examinations: those who failed or would improve sit again. A paper a day; a roll number slip for
 * everybody whose courses of the semester are in it.
 */
export async function announceExams(
  tx: Transaction,
  semester: SeedSemester,
  records: StudentRecord[],
  now: Date,
): Promise<void> {
  const sessionId = idOf("session", semester.id);
  await tx.examSession.create({
    data: {
      id: sessionId,
      semesterId: semester.id,
      name: "Re-appear examination",
      nameUrdu: "دوبارہ امتحان (ری اپیئر)",
      startsOn: daysFrom(now, 10),
      endsOn: daysFrom(now, 35),
      announcedAt: daysFrom(now, -5),
    },
  });
  const sitting = records.flatMap(({ student, taken }) =>
    taken
      .filter((one) => one.semester.id === semester.id && student.programme === "BA")
      .map(({ courses }) => ({ student, courses })),
  );
  const codes = [...new Set(sitting.flatMap(({ courses }) => courses.map(({ code }) => code)))].sort();
  await tx.dateSheetPaper.createMany({
    data: codes.map((code, at) => {
      // Nine in the morning in Pakistan (UTC+5), three hours.
      const startsAt = new Date(daysFrom(now, 10 + at).getTime() + 4 * hour);
      return {
        id: idOf("paper", semester.id, code),
        sessionId,
        offeringId: idOf("offering", code, semester.id),
        startsAt,
        endsAt: new Date(startsAt.getTime() + 3 * hour),
      };
    }),
  });
  await tx.rollNumberSlip.createMany({
    data: sitting.map(({ student }, at) => ({
      id: idOf("slip", student.registrationNumber),
      sessionId,
      studentId: idOf("student", student.registrationNumber),
      centreId: idOf("centre", student.region),
      rollNumber: `${String.fromCharCode(65 + (at % 26))}${String(500_001 + at)}`,
      issuedAt: daysFrom(now, -3),
    })),
  });
}

/** What tutors are called, in Latin letters and in Urdu. */
export const tutors = [
  ["Dr. Farzana Kausar", "ڈاکٹر فرزانہ کوثر"],
  ["Muhammad Saleem Akhtar", "محمد سلیم اختر"],
  ["Prof. Shazia Perveen", "پروفیسر شازیہ پروین"],
  ["Abdul Ghafoor Mangi", "عبدالغفور منگی"],
  ["Nusrat Jahan", "نصرت جہاں"],
] as const;

/** Gives every course of the semester a tutor; one of the B.Ed demo student's is still missing. */
export async function assignTutors(
  tx: Transaction,
  semester: SeedSemester,
  records: StudentRecord[],
  now: Date,
): Promise<void> {
  await tx.tutor.createMany({
    data: tutors.map(([name, nameUrdu], at) => ({
      id: idOf("tutor", at),
      code: `T-${1001 + at}`,
      name,
      nameUrdu,
      phone: `+92333500${String(1000 + at)}`,
      email: `tutor${at + 1}@rabta.example`,
      address: `Government College, ${at + 5} College Road, ${["Lahore", "Multan", "Karachi", "Sukkur", "Peshawar"][at]}`,
      regionalOfficeId: idOf("region", ["LHR", "MUX", "KHI", "SKZ", "PEW"][at] ?? "LHR"),
    })),
  });
  await tx.tutorAssignment.createMany({
    data: records.flatMap(({ student, taken }) =>
      taken
        .filter((one) => one.semester.id === semester.id)
        .flatMap(({ courses }) =>
          courses.map(({ code }, at) => {
            const missing = student.registrationNumber === "23B-654321" && at === 1;
            return {
              studentId: idOf("student", student.registrationNumber),
              offeringId: idOf("offering", code, semester.id),
              tutorId: missing ? null : idOf("tutor", (Number(code) + at) % tutors.length),
              assignedAt: missing ? null : daysFrom(now, -120),
            };
          }),
        ),
    ),
  });
}
