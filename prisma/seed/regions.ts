import type { PrismaClient } from "../generated/client.ts";
import { idOf } from "./chance.ts";

type Transaction = Pick<PrismaClient, "regionalOffice" | "examCentre">;

/** Regional offices: code, city, its name in Urdu. */
export const regions = [
  ["ISB", "Islamabad", "اسلام آباد"],
  ["LHR", "Lahore", "لاہور"],
  ["KHI", "Karachi", "کراچی"],
  ["PEW", "Peshawar", "پشاور"],
  ["UET", "Quetta", "کوئٹہ"],
  ["MUX", "Multan", "ملتان"],
  ["LYP", "Faisalabad", "فیصل آباد"],
  ["RWP", "Rawalpindi", "راولپنڈی"],
  ["HDD", "Hyderabad", "حیدرآباد"],
  ["SKZ", "Sukkur", "سکھر"],
  ["GIL", "Gilgit", "گلگت"],
  ["MFG", "Muzaffarabad", "مظفرآباد"],
] as const;

/** Opens the regional offices, each with an examination centre. */
export async function openRegions(tx: Transaction): Promise<void> {
  await tx.regionalOffice.createMany({
    data: regions.map(([code, name, nameUrdu], at) => ({
      id: idOf("region", code),
      code,
      name,
      nameUrdu,
      address: `${at + 10} University Road, ${name}`,
      addressUrdu: `${at + 10} یونیورسٹی روڈ، ${nameUrdu}`,
      phone: `+9251900${String(1000 + at)}`,
      email: `${name.toLowerCase()}@rabta.example`,
    })),
  });
  await tx.examCentre.createMany({
    data: regions.map(([code, city, cityUrdu], at) => ({
      id: idOf("centre", code),
      code: `${code}-01`,
      name: `Government High School No. ${at + 1}, ${city}`,
      nameUrdu: `گورنمنٹ ہائی سکول نمبر ${at + 1}، ${cityUrdu}`,
      address: `${at + 3} Mall Road, ${city}`,
      addressUrdu: `${at + 3} مال روڈ، ${cityUrdu}`,
      city,
      regionalOfficeId: idOf("region", code),
    })),
  });
}
