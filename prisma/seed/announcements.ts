import type { PrismaClient } from "../generated/client.ts";
import { daysFrom, type SeedSemester } from "./calendar.ts";
import { idOf } from "./chance.ts";

type Transaction = Pick<PrismaClient, "announcement" | "announcementText">;

type Text = readonly [title: string, body: string];
type SeedAnnouncement = {
  topic: string;
  /** For the students of one programme only. */
  programme?: string;
  daysAgo: number;
  en: Text;
  ur: Text;
  "ur-Latn": Text;
};

const announcements: SeedAnnouncement[] = [
  {
    ...{ topic: "admissions", daysAgo: 4 },
    en: [
      "Continuing enrolment is open",
      "Who has completed the semester before can enrol for the next one now, here in the chat. There is no late fee until the last day.",
    ],
    ur: [
      "جاری طلبہ کا داخلہ کھل گیا ہے",
      "جن طلبہ کا پچھلا سمسٹر مکمل ہو چکا ہے وہ اب اسی چیٹ میں اگلے سمسٹر میں داخلہ لے سکتے ہیں۔ آخری تاریخ تک کوئی لیٹ فیس نہیں۔",
    ],
    "ur-Latn": [
      "Jari talba ka dakhla khul gaya hai",
      "Jin ka pichla semester mukammal ho chuka hai woh ab isi chat mein agle semester mein dakhla le sakte hain. Aakhri tareekh tak koi late fee nahin.",
    ],
  },
  {
    ...{ topic: "exams", daysAgo: 5 },
    en: [
      "Date sheet of the re-appear examination",
      "The date sheet is announced. Find yours under Exam & Grades, and put it into your phone's calendar.",
    ],
    ur: [
      "ری اپیئر امتحان کی ڈیٹ شیٹ",
      "ڈیٹ شیٹ کا اعلان ہو گیا ہے۔ اپنی ڈیٹ شیٹ امتحان اور نتائج میں دیکھیں اور اپنے فون کے کیلنڈر میں ڈالیں۔",
    ],
    "ur-Latn": [
      "Re-appear imtihan ki date sheet",
      "Date sheet ka elaan ho gaya hai. Apni date sheet Exam & Grades mein dekhein aur apne phone ke calendar mein daalein.",
    ],
  },
  {
    ...{ topic: "exams", daysAgo: 6 },
    en: [
      "Bring your slip and your CNIC",
      "Nobody is admitted to a paper without the printed roll number slip and the original CNIC. Mobile phones stay outside.",
    ],
    ur: [
      "رول نمبر سلپ اور شناختی کارڈ ساتھ لائیں",
      "چھپی ہوئی رول نمبر سلپ اور اصل شناختی کارڈ کے بغیر پرچے میں بیٹھنے کی اجازت نہیں۔ موبائل فون باہر رہیں گے۔",
    ],
    "ur-Latn": [
      "Roll number slip aur CNIC saath layein",
      "Print ki hui roll number slip aur asal CNIC ke baghair paper mein baithne ki ijazat nahin. Mobile phone bahar rahein ge.",
    ],
  },
  {
    ...{ topic: "workshops", programme: "BED", daysAgo: 7 },
    en: [
      "Compulsory workshops of B.Ed",
      "The workshops begin this month at the regional offices. Their days are shown under My Courses; they are joined in the LMS.",
    ],
    ur: [
      "بی ایڈ کی لازمی ورکشاپس",
      "ورکشاپس اسی مہینے علاقائی دفاتر میں شروع ہو رہی ہیں۔ ان کے دن میرے کورس میں دیے گئے ہیں؛ شرکت ایل ایم ایس سے ہوتی ہے۔",
    ],
    "ur-Latn": [
      "B.Ed ki lazmi workshops",
      "Workshops isi mahine regional offices mein shuru ho rahi hain. Un ke din My Courses mein hain; shirkat LMS se hoti hai.",
    ],
  },
  {
    ...{ topic: "results", daysAgo: 29 },
    en: [
      "Results of Spring are announced",
      "Marks and result cards are under Exam & Grades. Who did not pass a course can take it again next semester.",
    ],
    ur: [
      "بہار کے نتائج کا اعلان",
      "نمبر اور رزلٹ کارڈ امتحان اور نتائج میں موجود ہیں۔ جو کورس پاس نہ ہو سکا وہ اگلے سمسٹر میں دوبارہ لیا جا سکتا ہے۔",
    ],
    "ur-Latn": [
      "Spring ke results ka elaan",
      "Marks aur result card Exam & Grades mein hain. Jo course pass nahin hua woh agle semester mein dobara liya ja sakta hai.",
    ],
  },
  {
    ...{ topic: "tutor", daysAgo: 33 },
    en: [
      "Tutors for the new semester",
      "Tutors are assigned one to two weeks after the semester starts. Under My Tutors you can ask to be told.",
    ],
    ur: [
      "نئے سمسٹر کے ٹیوٹر",
      "ٹیوٹر سمسٹر شروع ہونے کے ایک سے دو ہفتے بعد مقرر ہوتے ہیں۔ میرے ٹیوٹر میں آپ اطلاع کے لیے کہہ سکتے ہیں۔",
    ],
    "ur-Latn": [
      "Naye semester ke tutor",
      "Tutor semester shuru hone ke ek se do hafte baad muqarrar hote hain. My Tutors mein aap ittila ke liye keh sakte hain.",
    ],
  },
  {
    ...{ topic: "admissions", daysAgo: 40 },
    en: [
      "Books are mailed after enrolment",
      "Books go to the address on your record. If you have moved, file an address change before you enrol.",
    ],
    ur: [
      "کتابیں داخلے کے بعد ڈاک سے بھیجی جاتی ہیں",
      "کتابیں آپ کے ریکارڈ والے پتے پر جاتی ہیں۔ اگر آپ نے گھر بدلا ہے تو داخلے سے پہلے پتے کی تبدیلی کی درخواست دیں۔",
    ],
    "ur-Latn": [
      "Kitabein dakhle ke baad daak se bheji jati hain",
      "Kitabein aap ke record wale pate par jati hain. Agar ghar badla hai to dakhle se pehle address change ki request dein.",
    ],
  },
  {
    ...{ topic: "exams", programme: "BED", daysAgo: 47 },
    en: [
      "Teaching Practice reports",
      "Reports of Teaching Practice I and II are handed in before the examination begins.",
    ],
    ur: ["تدریسی مشق کی رپورٹیں", "تدریسی مشق اول اور دوم کی رپورٹیں امتحان شروع ہونے سے پہلے جمع کرائیں۔"],
    "ur-Latn": [
      "Teaching Practice ki reports",
      "Teaching Practice I aur II ki reports imtihan shuru hone se pehle jama karayein.",
    ],
  },
  {
    ...{ topic: "workshops", daysAgo: 55 },
    en: [
      "How to join an online workshop",
      "Workshops are joined in the LMS with the same registration number. Here you find only their dates.",
    ],
    ur: [
      "آن لائن ورکشاپ میں شرکت کا طریقہ",
      "ورکشاپ میں شرکت ایل ایم ایس سے اسی رجسٹریشن نمبر کے ساتھ ہوتی ہے۔ یہاں صرف ان کی تاریخیں ہیں۔",
    ],
    "ur-Latn": [
      "Online workshop mein shirkat ka tareeqa",
      "Workshop mein shirkat LMS se usi registration number ke saath hoti hai. Yahan sirf un ki tareekhein hain.",
    ],
  },
  {
    ...{ topic: "exams", daysAgo: 70 },
    en: [
      "Examination centres",
      "Your centre is on your roll number slip. It can be changed only by your regional office.",
    ],
    ur: ["امتحانی مراکز", "آپ کا مرکز رول نمبر سلپ پر لکھا ہے۔ اسے صرف آپ کا علاقائی دفتر بدل سکتا ہے۔"],
    "ur-Latn": [
      "Imtihani marakiz",
      "Aap ka markaz roll number slip par likha hai. Use sirf aap ka regional office badal sakta hai.",
    ],
  },
  {
    ...{ topic: "results", daysAgo: 80 },
    en: [
      "When results are announced",
      "Results of Spring come in January and February, those of Autumn in July and August.",
    ],
    ur: ["نتائج کب آتے ہیں", "بہار کے نتائج جنوری اور فروری میں اور خزاں کے جولائی اور اگست میں آتے ہیں۔"],
    "ur-Latn": [
      "Results kab aate hain",
      "Spring ke results January aur February mein aur Autumn ke July aur August mein aate hain.",
    ],
  },
  {
    ...{ topic: "emergency", daysAgo: 95 },
    en: [
      "Only the university's own numbers",
      "The university never asks for your password by phone or message, and takes no fee in a chat.",
    ],
    ur: [
      "صرف یونیورسٹی کے اپنے نمبر",
      "یونیورسٹی کبھی فون یا پیغام پر آپ کا پاس ورڈ نہیں پوچھتی اور چیٹ میں کوئی فیس نہیں لیتی۔",
    ],
    "ur-Latn": [
      "Sirf university ke apne number",
      "University kabhi phone ya message par aap ka password nahin poochti aur chat mein koi fee nahin leti.",
    ],
  },
];

/** What the university announced in the months before, in three languages. */
export async function announce(tx: Transaction, semester: SeedSemester, now: Date): Promise<void> {
  const idAt = (at: number) => idOf("announcement", String(at));
  await tx.announcement.createMany({
    data: announcements.map(({ topic, programme, daysAgo }, at) => ({
      id: idAt(at),
      ...{ topicId: topic, semesterId: semester.id, publishedAt: daysFrom(now, -daysAgo) },
      ...(programme && { programmeId: idOf("programme", programme) }),
    })),
  });
  await tx.announcementText.createMany({
    data: announcements.flatMap((one, at) =>
      (["en", "ur", "ur-Latn"] as const).map((language) => {
        const [title, body] = one[language];
        return { announcementId: idAt(at), language, title, body };
      }),
    ),
  });
}
