import type { FieldCipher } from "../encryption.ts";
import type { PrismaClient } from "../generated/client.ts";
import { StartError } from "../start-error.ts";
import { announce } from "./announcements.ts";
import { openCalendar, semesters as semestersOf } from "./calendar.ts";
import { chance } from "./chance.ts";
import { hashStaffPasswords, openDesk } from "./desk.ts";
import { announceExams, assignTutors } from "./exams.ts";
import { openOfferings } from "./offerings.ts";
import { foundProgrammes } from "./programmes.ts";
import { record } from "./records.ts";
import { openRegions } from "./regions.ts";
import { fileRequests } from "./requests.ts";
import { writeRecords } from "./results.ts";
import { admitStudents, hashPasswords, students } from "./students.ts";
import { holdWorkshops } from "./workshops.ts";

/**
 * Fills an empty database with the demo university: the same every time, but for its calendar, which is made around
 * `now` so that enrolment is always open. A database that has it already stays as it is.
 * @throws {StartError} where something else is in the database
 */
export async function seed(
  client: PrismaClient,
  { cipher, now }: { cipher: FieldCipher; now: Date },
): Promise<void> {
  const random = chance(1974);
  const people = students(random);
  const [demo] = people;
  const calendar = semestersOf(now);
  const spring = calendar.at(-2);
  if (!demo || !spring) throw new Error("the demo has nobody in it");
  if (await client.student.findUnique({ where: { registrationNumber: demo.registrationNumber } })) return;
  const records = people.map((student) => ({ student, taken: record(student, calendar, random) }));
  // Hashing is slow on purpose; the transaction does not wait for it.
  const [hashes, staffHashes] = await Promise.all([hashPasswords(people), hashStaffPasswords()]);
  await client.$transaction(
    async (tx) => {
      // Of two seeds at once one waits, and finds the work done.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(1974)`;
      if (await tx.student.findUnique({ where: { registrationNumber: demo.registrationNumber } })) return;
      if ((await tx.regionalOffice.count()) + (await tx.programme.count()) > 0) {
        throw new StartError(
          "DATABASE_URL's database is not empty; the demo university goes into an empty one, such as DATABASE_URL=postgresql://rabta:secret@localhost:5432/rabta_demo",
        );
      }
      await foundProgrammes(tx);
      await openRegions(tx);
      await openCalendar(tx, calendar, now);
      await openDesk(tx, staffHashes, now);
      await admitStudents(tx, people, calendar, cipher, hashes);
      await openOfferings(tx, calendar, records, now);
      await writeRecords(tx, records, calendar, now);
      await holdWorkshops(tx, spring, now);
      await announceExams(tx, spring, records, now);
      await assignTutors(tx, spring, records, now);
      await announce(tx, spring, now);
      await fileRequests(tx, demo.registrationNumber, cipher, now);
    },
    { timeout: 60_000 },
  );
}
