import type { PrismaClient } from "../generated/client.ts";
import { daysFrom, type SeedSemester } from "./calendar.ts";
import { idOf } from "./chance.ts";
import { courses } from "./courses.ts";

type Transaction = Pick<PrismaClient, "workshop">;

const hour = 60 * 60 * 1000;

/** Holds the compulsory workshops of B.Ed: each course of the semester on a day of its own, nine to five in Pakistan. */
export async function holdWorkshops(tx: Transaction, semester: SeedSemester, now: Date): Promise<void> {
  await tx.workshop.createMany({
    data: (courses.BED ?? []).map(({ code }, at) => {
      const startsAt = new Date(daysFrom(now, 6 + at).getTime() + 4 * hour);
      return {
        id: idOf("workshop", code, semester.id),
        offeringId: idOf("offering", code, semester.id),
        startsAt,
        endsAt: new Date(startsAt.getTime() + 8 * hour),
        place: "Regional office, lecture hall 2",
        placeUrdu: "علاقائی دفتر، لیکچر ہال 2",
      };
    }),
  });
}
