import { type Chance, pick } from "./chance.ts";

/** Names that are common in Pakistan, each as people write it in both scripts. */
const women = [
  ["Ayesha", "عائشہ"],
  ["Fatima", "فاطمہ"],
  ["Maryam", "مریم"],
  ["Hina", "حنا"],
  ["Sana", "ثنا"],
  ["Zainab", "زینب"],
  ["Rabia", "رابعہ"],
  ["Nadia", "نادیہ"],
  ["Saima", "صائمہ"],
  ["Iqra", "اقرا"],
  ["Kiran", "کرن"],
  ["Mehwish", "مہوش"],
] as const;
const men = [
  ["Ali", "علی"],
  ["Bilal", "بلال"],
  ["Usman", "عثمان"],
  ["Hamza", "حمزہ"],
  ["Imran", "عمران"],
  ["Kashif", "کاشف"],
  ["Naveed", "نوید"],
  ["Tariq", "طارق"],
  ["Waqas", "وقاص"],
  ["Zahid", "زاہد"],
  ["Faisal", "فیصل"],
  ["Adnan", "عدنان"],
] as const;
const families = [
  ["Khan", "خان"],
  ["Ahmed", "احمد"],
  ["Malik", "ملک"],
  ["Hussain", "حسین"],
  ["Qureshi", "قریشی"],
  ["Baloch", "بلوچ"],
  ["Shah", "شاہ"],
  ["Butt", "بٹ"],
  ["Chaudhry", "چوہدری"],
  ["Memon", "میمن"],
  ["Siddiqui", "صدیقی"],
  ["Abbasi", "عباسی"],
] as const;

/** Somebody's name and their father's, in both scripts. */
export type SeedName = { name: string; nameUrdu: string; fatherName: string; fatherNameUrdu: string };

export function person(random: Chance): SeedName {
  const [given, givenUrdu] = random() < 0.5 ? pick(random, women) : pick(random, men);
  const [father, fatherUrdu] = pick(random, men);
  const [family, familyUrdu] = pick(random, families);
  return {
    name: `${given} ${family}`,
    nameUrdu: `${givenUrdu} ${familyUrdu}`,
    fatherName: `${father} ${family}`,
    fatherNameUrdu: `${fatherUrdu} ${familyUrdu}`,
  };
}
