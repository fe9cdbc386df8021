import type { Language } from "../contract/shared.ts";
import type { Verified } from "../verification/verified.ts";

/** Every sentence of the page that checks a document. */
export type VerifyWords = {
  genuine: string;
  compare: string;
  unknownTitle: string;
  unknown: string;
  documents: Record<Verified["kind"], string>;
  document: string;
  name: string;
  registrationNumber: string;
  programme: string;
  semester: string;
  number: string;
  centre: string;
  gradePointAverage: string;
};

export const verifyWords: Record<Language, VerifyWords> = {
  en: {
    genuine: "This document is genuine",
    compare: "Compare it with the paper in your hand: every line must be the same.",
    unknownTitle: "This document is not valid",
    unknown:
      "The university does not know this code, or has taken the document back. Do not rely on the paper.",
    documents: {
      slip: "Roll number slip",
      enrolment: "Enrolment confirmation",
      "result-card": "Result card",
    },
    document: "Document",
    name: "Name",
    registrationNumber: "Registration number",
    programme: "Programme",
    semester: "Semester",
    number: "Number",
    centre: "Examination centre",
    gradePointAverage: "GPA of the semester",
  },
  ur: {
    genuine: "یہ دستاویز اصلی ہے",
    compare: "اپنے ہاتھ کے کاغذ سے ملائیں: ہر سطر ایک جیسی ہونی چاہیے۔",
    unknownTitle: "یہ دستاویز درست نہیں",
    unknown: "یونیورسٹی اس کوڈ کو نہیں جانتی، یا دستاویز واپس لے لی گئی ہے۔ اس کاغذ پر بھروسا نہ کریں۔",
    documents: { slip: "رول نمبر سلپ", enrolment: "داخلے کی تصدیق", "result-card": "رزلٹ کارڈ" },
    document: "دستاویز",
    name: "نام",
    registrationNumber: "رجسٹریشن نمبر",
    programme: "پروگرام",
    semester: "سمسٹر",
    number: "نمبر",
    centre: "امتحانی مرکز",
    gradePointAverage: "سمسٹر کا جی پی اے",
  },
  "ur-Latn": {
    genuine: "Yeh dastavez asli hai",
    compare: "Apne haath ke kaghaz se milayein: har satar aik jaisi honi chahiye.",
    unknownTitle: "Yeh dastavez durust nahin",
    unknown:
      "University is code ko nahin jaanti, ya dastavez wapas le li gayi hai. Is kaghaz par bharosa na karein.",
    documents: { slip: "Roll number slip", enrolment: "Dakhle ki tasdeeq", "result-card": "Result card" },
    document: "Dastavez",
    name: "Naam",
    registrationNumber: "Registration number",
    programme: "Programme",
    semester: "Semester",
    number: "Number",
    centre: "Imtihani markaz",
    gradePointAverage: "Semester ka GPA",
  },
};
