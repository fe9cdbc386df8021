/** What the desk says again and again, in the languages of its students; fields as records/saved-replies.ts fills them. */
const replies = {
  received: {
    en: ["We have it", "Assalam-o-alaikum {name}, we have your request {reference} and are looking at it."],
    ur: [
      "درخواست مل گئی",
      "السلام علیکم {name}، آپ کی درخواست {reference} ہمیں مل گئی ہے اور ہم اسے دیکھ رہے ہیں۔",
    ],
    "ur-Latn": [
      "Darkhwast mil gayi",
      "Assalam-o-alaikum {name}, aap ki darkhwast {reference} mil gayi hai aur hum dekh rahe hain.",
    ],
  },
  books: {
    en: [
      "Books on their way",
      "Dear {name}, the books of this semester are being posted. If they have not come in two weeks, write here again.",
    ],
    ur: [
      "کتابیں روانہ",
      "السلام علیکم {name}، اس سمسٹر کی کتابیں بھیجی جا رہی ہیں۔ دو ہفتوں میں نہ ملیں تو یہیں دوبارہ لکھیں۔",
    ],
    "ur-Latn": [
      "Kitabein rawana",
      "Assalam-o-alaikum {name}, is semester ki kitabein bheji ja rahi hain. Do hafton mein na milein to yahin dobara likhein.",
    ],
  },
  photo: {
    en: [
      "Photo not readable",
      "Dear {name}, the photo cannot be read. Please send one of the whole document, in daylight.",
    ],
    ur: [
      "تصویر پڑھی نہیں جاتی",
      "السلام علیکم {name}، تصویر پڑھی نہیں جا رہی۔ پوری دستاویز کی روشنی میں لی گئی تصویر بھیجیں۔",
    ],
    "ur-Latn": [
      "Tasveer parhi nahi jati",
      "Assalam-o-alaikum {name}, tasveer parhi nahi ja rahi. Poori dastavez ki roshni mein li gayi tasveer bhejein.",
    ],
  },
  office: {
    en: [
      "Visit the office",
      "Dear {name}, for this please visit the regional office {office} with your CNIC. {staff}",
    ],
    ur: [
      "دفتر تشریف لائیں",
      "السلام علیکم {name}، اس کے لیے شناختی کارڈ کے ساتھ علاقائی دفتر {office} تشریف لائیں۔ {staff}",
    ],
    "ur-Latn": [
      "Daftar tashreef layein",
      "Assalam-o-alaikum {name}, is ke liye shanakhti card ke saath regional office {office} tashreef layein. {staff}",
    ],
  },
} as const;

/** The saved replies, a row each. */
export const savedReplies = Object.entries(replies).flatMap(([key, languages]) =>
  Object.entries(languages).map(([language, [title, body]]) => ({ key, language, title, body })),
);
